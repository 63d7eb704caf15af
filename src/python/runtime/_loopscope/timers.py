"""The timers that a loop was given, and which of them ends which sleep."""

import asyncio
from asyncio import events
from asyncio.futures import _set_result_unless_cancelled

from . import log
from . import vocabulary as v
from .log import emit

_numbers: dict[int, int] = {}
_sleeps: dict[int, int] = {}


def scheduled(timer: events.TimerHandle, number: int, label: int) -> None:
    """A timer was created under the handle's number."""
    _numbers[id(timer)] = number
    if timer._callback is _set_result_unless_cancelled:
        _sleeps[id(timer._args[0])] = number
    emit(v.TIMER, number, *log.halves(timer._when), label)


def of_sleep(future: asyncio.Future[object]) -> int:
    """The handle that will end the sleep on this future; 0 if it is not a sleep."""
    return _sleeps.get(id(future), 0)


def over(timer: events.TimerHandle) -> int:
    """A timer came due, was cancelled or was dropped: forgets it and answers its handle's number, 0 if that happened before."""
    number = _numbers.pop(id(timer), 0)
    if number and timer._args is not None and timer._callback is _set_result_unless_cancelled:
        _sleeps.pop(id(timer._args[0]), None)
    return number
