"""Calls that were given to a pool: queued, begun by one of its threads, over."""

import functools
from asyncio import futures as asyncio_futures
from collections.abc import Callable
from concurrent.futures import Future, thread
from contextvars import Context
from types import BuiltinMethodType, CodeType, FrameType

from . import log, places, switching, threads
from . import vocabulary as v
from .log import emit
from .registry import Registry
from .summary import summarise

_works: Registry[object, int] = Registry()
_open: set[int] = set()
_count = 0

of_future = _works.find
"""The call that a future is about, by the future's `id()`: asyncio's or that of `concurrent.futures`."""


def _queued(frame: FrameType, _: object) -> None:
    global _count
    variables = frame.f_locals
    emit((v.WORK, _count + 1, log.text(_name(variables["task"][0], variables["task"][1])), places.site_of_caller(), 0))
    _count += 1
    _open.add(_count)
    _works.add(variables["future"], _count)


def _name(function: object, arguments: tuple[object, ...]) -> str:
    """The name of what is to be called, which asyncio and others have wrapped."""
    while True:
        if type(function) is functools.partial:
            function, arguments = function.func, function.args + arguments
        elif type(function) is BuiltinMethodType and type(function.__self__) is Context and arguments:
            function, arguments = arguments[0], arguments[1:]
        else:
            return threads.function_name(function)


def _begun(frame: FrameType, runs: object) -> None:
    work = of_future(id(frame.f_locals["self"]))
    if work is not None and runs:
        emit((v.WORK_BEGUN, work, threads.current.number, 0, 0))


def _over(frame: FrameType, _: object) -> None:
    future: Future[object] = frame.f_locals["self"]
    work = of_future(id(future))
    if work not in _open or not future.done():
        return
    _open.remove(work)
    if future.cancelled():
        emit((v.WORK_DONE, work, v.CANCELLED, 0, 0))
    elif future._exception is not None:
        emit((v.WORK_DONE, work, v.EXCEPTION, log.text(summarise(future._exception)), 0))
    else:
        emit((v.WORK_DONE, work, v.RESULT, log.text(summarise(future._result)), 0))


def _wrapped(frame: FrameType, future: object) -> None:
    work = of_future(id(frame.f_locals["future"]))
    if work is not None and of_future(id(future)) is None:
        _works.add(future, work)


_RETURNS: dict[CodeType, Callable[[FrameType, object], None]] = {
    thread._WorkItem.__init__.__code__: _queued,
    Future.set_running_or_notify_cancel.__code__: _begun,
    Future.set_result.__code__: _over,
    Future.set_exception.__code__: _over,
    Future.cancel.__code__: _over,
    asyncio_futures.wrap_future.__code__: _wrapped,
}
RETURNS = _RETURNS | {twin: handler for code, handler in _RETURNS.items() if (twin := switching.twin_code(code)) is not None}
"""What to do when one of these functions, or its twin, has returned."""
