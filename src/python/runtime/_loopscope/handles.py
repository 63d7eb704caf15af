"""Handles: what the loop is to run. Python keeps the objects, the engine keeps the order."""

import asyncio
import functools
from array import array
from asyncio import events
from types import BuiltinFunctionType, BuiltinMethodType, FunctionType, MethodType, SimpleNamespace

from . import computing, context, lines, log, steps, tasks, timers
from . import vocabulary as v
from .log import LAST_HANDLE, emit, shared
from .tasks import TaskRecord

TURN_SIZE = 4096
turn = array("i", bytes(4 * TURN_SIZE))
"""Where the engine writes which handles run next, a batch at a time."""

type _Waiting = tuple[events.Handle, asyncio.Task[object] | None, TaskRecord | None]

_waiting: dict[int, _Waiting] = {}
_GONE: _Waiting = SimpleNamespace(_cancelled=True), None, None
"""In the place of a timer that was cancelled after it had come due."""

_count = 0
_running: tuple[asyncio.Task[object], TaskRecord] | None = None


def schedule_soon(handle: events.Handle) -> None:
    """A handle joins the end of the ready queue."""
    global _count
    callback = handle._callback
    kind = type(callback)
    if kind is BuiltinMethodType:
        # `task_wakeup`, or some other method of C.
        task = callback.__self__
        record = tasks.find(id(task))
        if record is not None and callback.__name__ == "task_wakeup":
            steps.woken(task, record)
            _count += 1
            _waiting[_count] = handle, task, record
            emit((v.HANDLE, _count, record.number, v.WAKEUP, 0))
            return
    elif kind.__name__ == "TaskStepMethWrapper":
        _schedule_step(handle, callback.__self__)
        return
    cause = v.CALLBACK if type(handle) is events.Handle else v.THREADSAFE
    label = _label(callback)
    _count += 1
    _waiting[_count] = handle, None, None
    emit((v.HANDLE, _count, 0, cause, label))


def _schedule_step(handle: events.Handle, task: asyncio.Task[object]) -> None:
    """A task's first step, or the next of one that has yielded."""
    global _count
    record = tasks.find(id(task))
    cause = v.YIELDED
    if record is None:
        record = tasks.created(task)
        cause = v.FIRST_STEP
        if context.used:
            context.look(task, record)
    _count += 1
    _waiting[_count] = handle, task, record
    emit((v.HANDLE, _count, record.number, cause, 0))


def schedule_at(timer: events.TimerHandle) -> None:
    """A handle is to run at a time."""
    global _count
    label = _label(timer._callback)
    high, low = log.halves(timer._when)
    _count += 1
    _waiting[_count] = timer, None, None
    timers.scheduled(timer, _count)
    emit((v.TIMER, _count, high, low, label))


def _label(callback: object) -> int:
    """A callback's name, asked of nothing but the kinds of callables whose answer is their own."""
    while type(callback) is functools.partial:
        callback = callback.func
    if type(callback) in (FunctionType, BuiltinFunctionType, MethodType):
        return log.text(callback.__qualname__)
    return log.text(type(callback).__qualname__)


def cancelled(handle: events.Handle) -> None:
    """A handle that never was a timer is about to be cancelled."""
    if not handle._cancelled:
        for number, (waiting, _, _) in _waiting.items():
            if waiting is handle:
                emit((v.HANDLE_CANCELLED, number, 0, 0, 0))
                return


def timer_cancelled(timer: events.TimerHandle) -> None:
    """A timer is being cancelled; one that is due already stays in the ready queue until its turn."""
    number = timers.over(timer)
    if number:
        del _waiting[number]
        emit((v.HANDLE_CANCELLED, number, 0, 0, 0))


def next_handle(number: int) -> events.Handle:
    """Takes a handle that the engine has chosen off the queue: it runs now, unless it was cancelled."""
    global _running
    handle, task, record = _waiting.pop(number, _GONE)
    shared[LAST_HANDLE] = number
    computing.spent = 0
    if record is not None:
        tasks.running = record.number
        lines.current = record.call
        _running = task, record
        emit((v.RUN, number, record.number, 0, 0))
        return handle
    if type(handle) is events.TimerHandle:
        timers.over(handle)
    emit((v.DROPPED if handle._cancelled else v.RUN, number, 0, 0, 0))
    return handle


def finish() -> None:
    """The task's step that ran last has returned to the loop, if this was not noticed before."""
    global _running
    if _running is not None:
        task, record = _running
        _running = None
        steps.ended(task, record)
        tasks.running = 0


def count() -> int:
    """How many handles there have been: the number of the newest."""
    return _count


def suspend() -> tuple[asyncio.Task[object], TaskRecord] | None:
    """Somebody else runs for a while: answers whose step was running."""
    global _running
    running, _running = _running, None
    return running


def resume(running: tuple[asyncio.Task[object], TaskRecord] | None) -> None:
    """Whose step was running runs on."""
    global _running
    finish()
    _running = running


def forget(number: int) -> None:
    """A loop was closed with this handle in its queues."""
    handle, _, _ = _waiting.pop(number, _GONE)
    if type(handle) is events.TimerHandle:
        timers.over(handle)
