"""Handles: what the loop is to run. Python keeps the objects, the engine keeps the order."""

import asyncio
import functools
from array import array
from asyncio import events
from types import BuiltinFunctionType, FunctionType, MethodType

from . import log, steps, timers
from . import vocabulary as v
from .log import emit

TURN_SIZE = 4096
turn = array("i", bytes(4 * TURN_SIZE))
"""Where the engine writes which handles run next, a batch at a time."""

_waiting: dict[int, tuple[events.Handle, int]] = {}
_count = 0
_running: tuple[int, asyncio.Task[object] | None, int] | None = None


def _number(handle: events.Handle, task: int) -> int:
    global _count
    _count += 1
    _waiting[_count] = handle, task
    return _count


def schedule_soon(handle: events.Handle) -> None:
    """A handle joins the end of the ready queue."""
    callback = handle._callback
    owner = getattr(callback, "__self__", None)
    if issubclass(type(owner), asyncio.Task):
        task, cause = steps.scheduled(owner, callback)
        emit(v.HANDLE, _number(handle, task), task, cause, 0)
    else:
        cause = v.THREADSAFE if type(handle) is not events.Handle else v.CALLBACK
        emit(v.HANDLE, _number(handle, 0), 0, cause, log.text(_label(callback)))


def schedule_at(timer: events.TimerHandle) -> None:
    """A handle is to run at a time."""
    timers.scheduled(timer, _number(timer, 0), log.text(_label(timer._callback)))


def _label(callback: object) -> str:
    """A callback's name, asked of nothing but the kinds of callables whose answer is their own."""
    while type(callback) is functools.partial:
        callback = callback.func
    if type(callback) in (FunctionType, BuiltinFunctionType, MethodType):
        return callback.__qualname__
    return type(callback).__qualname__


def cancelled(handle: events.Handle) -> None:
    """A handle that never was a timer is about to be cancelled."""
    if not handle._cancelled:
        for number, (waiting, _) in _waiting.items():
            if waiting is handle:
                emit(v.HANDLE_CANCELLED, number)
                return


def timer_cancelled(timer: events.TimerHandle) -> None:
    """A timer is being cancelled; one that is due already stays in the ready queue until its turn."""
    number = timers.over(timer)
    if number:
        emit(v.HANDLE_CANCELLED, number)


def next_handle(number: int) -> events.Handle:
    """Takes a handle that the engine has chosen off the queue: it runs now, unless it was cancelled."""
    global _running
    handle, task_number = _waiting.pop(number)
    if type(handle) is events.TimerHandle:
        timers.over(handle)
    if handle._cancelled:
        emit(v.DROPPED, number)
    elif task_number:
        task = handle._callback.__self__
        steps.begins(task, task_number)
        emit(v.RUN, number, task_number)
        _running = number, task, task_number
    else:
        emit(v.RUN, number)
        _running = number, None, 0
    return handle


def finish() -> None:
    """The handle that ran last has returned to the loop, if this was not noticed before."""
    global _running
    if _running is not None:
        number, task, task_number = _running
        _running = None
        if task is not None:
            steps.ended(task, task_number)
        emit(v.RAN, number)


def forget(number: int) -> None:
    """A loop was closed with this handle in its queues."""
    handle, _ = _waiting.pop(number)
    if type(handle) is events.TimerHandle:
        timers.over(handle)
