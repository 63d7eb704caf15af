"""Stacks and tracebacks as programs see them: without the frames of this package."""

import inspect
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from functools import wraps
from types import FrameType, TracebackType

_OWN_FOLDER = __file__.removesuffix("stacks.py")


def install() -> None:
    """Lets `traceback`, and with it asyncio's debug mode and `logging`, and `inspect` see only what is the program's and the library's."""
    traceback.walk_stack = _walk_stack
    traceback._walk_tb_with_full_positions = _without_own_entries(traceback._walk_tb_with_full_positions)
    inspect.getouterframes = _without_own(inspect.getouterframes)


def of_the_program(trace: TracebackType | None) -> TracebackType | None:
    """A traceback without the frames of this package."""
    entries = []
    while trace is not None:
        if not _is_own(trace.tb_frame.f_code.co_filename):
            entries.append(trace)
        trace = trace.tb_next
    for entry in reversed(entries):
        trace = TracebackType(trace, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    return trace


def end_of_modules() -> None:
    """From here on warnings are shown as while the interpreter clears its modules; see `setup_context` in CPython's Python/_warnings.c."""
    warnings._showwarnmsg = _show_last_warning


def _is_own(path: str) -> bool:
    return path.startswith(_OWN_FOLDER)


def _walk_stack(f: FrameType | None) -> Iterator[tuple[FrameType, int]]:
    start = sys._getframe(1) if f is None else f

    def walk_stack_generator(frame: FrameType | None) -> Iterator[tuple[FrameType, int]]:
        while frame is not None:
            if not _is_own(frame.f_code.co_filename):
                yield frame, frame.f_lineno
            frame = frame.f_back

    return walk_stack_generator(start)


def _without_own[**P](getouterframes: Callable[P, list[inspect.FrameInfo]]) -> Callable[P, list[inspect.FrameInfo]]:
    @wraps(getouterframes)
    def outer(*args: P.args, **kwargs: P.kwargs) -> list[inspect.FrameInfo]:
        return [info for info in getouterframes(*args, **kwargs) if not _is_own(info.filename)]

    return outer


def _without_own_entries[E: tuple[FrameType, object]](walk: Callable[[TracebackType | None], Iterator[E]]) -> Callable[..., Iterator[E]]:
    def walk_traceback(trace: TracebackType | None) -> Iterator[E]:
        return (entry for entry in walk(trace) if not _is_own(entry[0].f_code.co_filename))

    return walk_traceback


def _show_last_warning(message: warnings.WarningMessage) -> None:
    place = "<sys>:0" if _is_own(message.filename) else f"{message.filename}:{message.lineno}"
    sys.stderr.write(f"{place}: {message.category.__name__}: {message.message}\n")
