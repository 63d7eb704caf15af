"""What asyncio tells on stderr at most: coroutines and exceptions that were lost, generators that were left to the loop."""

import asyncio
import warnings
from asyncio import BaseEventLoop
from collections.abc import Callable
from types import AsyncGeneratorType, CodeType, CoroutineType, FrameType

from . import log, places, tasks
from . import vocabulary as v
from .log import emit
from .summary import summarise

_LOST = ("exception was never retrieved", "unhandled exception during asyncio.run() shutdown")
"""How the messages end with which asyncio's exception handler is called for an exception that nobody asked for."""


def _unawaited(frame: FrameType) -> None:
    coro: CoroutineType = frame.f_locals["coro"]
    if type(coro) is CoroutineType and places.user_file(coro.cr_code):
        emit((v.MISUSE, v.NEVER_AWAITED, 0, log.text(coro.cr_code.co_qualname), places.site_of_caller()))


def _handled(frame: FrameType) -> None:
    context: dict[str, object] = frame.f_locals["context"]
    message, exception = context.get("message"), context.get("exception")
    if type(message) is not str or not message.endswith(_LOST) or exception is None:
        return
    future = context.get("task") or context.get("future")
    record = tasks.find(id(future)) if issubclass(type(future), asyncio.Task) else None
    emit((v.MISUSE, v.EXCEPTION_LOST, 0 if record is None else record.number, log.text(summarise(exception)), 0))


def _finalized(frame: FrameType) -> None:
    _left(frame.f_locals["agen"])


def _shut_down(frame: FrameType) -> None:
    generators = list(frame.f_locals["self"]._asyncgens)
    for generator in sorted(generators, key=lambda it: it.__qualname__):
        _left(generator)


def _left(generator: AsyncGeneratorType) -> None:
    """Records a generator that the loop is about to close, unless it is finished."""
    frame = generator.ag_frame
    if frame is not None and places.user_file(frame.f_code):
        emit((v.MISUSE, v.GENERATOR_LEFT, 0, log.text(frame.f_code.co_qualname), places.site(frame)))


STARTS: dict[CodeType, Callable[[FrameType], None]] = {
    warnings._warn_unawaited_coroutine.__code__: _unawaited,
    BaseEventLoop.call_exception_handler.__code__: _handled,
    BaseEventLoop._asyncgen_finalizer_hook.__code__: _finalized,
    BaseEventLoop.shutdown_asyncgens.__code__: _shut_down,
}
"""What to do when one of these functions begins: given its frame."""
