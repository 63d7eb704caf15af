"""The timers that a loop was given, and which of them ends which sleep."""

import asyncio
from asyncio import events
from asyncio.futures import _set_result_unless_cancelled

_numbers: dict[int, int] = {}
_sleeps: dict[int, int] = {}

of_sleep = _sleeps.get
"""The handle that will end the sleep on a future, by the future's `id()`; None if it is not a sleep."""


def scheduled(timer: events.TimerHandle, number: int) -> None:
    """A timer was created under the handle's number."""
    _numbers[id(timer)] = number
    if timer._callback is _set_result_unless_cancelled:
        future: asyncio.Future[object] = timer._args[0]
        _sleeps[id(future)] = number


def over(timer: events.TimerHandle) -> int:
    """A timer ran, was cancelled or was dropped: forgets it and answers its handle's number, 0 if that happened before."""
    number = _numbers.pop(id(timer), 0)
    if number and timer._callback is _set_result_unless_cancelled:
        _sleeps.pop(id(timer._args[0]), None)
    return number
