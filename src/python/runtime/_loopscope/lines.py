"""The user's code as it runs: calls, lines, and the variables that each line has changed."""

import sys
from asyncio import events
from types import CodeType, FrameType, FunctionType, ModuleType

from . import log, output, places
from . import vocabulary as v
from .log import emit
from .summary import ATOMS, summarise

_bottoms = {id(events.Handle._run.__code__)}
"""Where the stack begins of what runs: its callers have nothing to do with it."""
_FIRST_LINES = 64
_LINES_PER_DRAIN = 32
"""The log is drained at each of a program's first lines and often after, so that what leads up to a line that never ends is not lost."""
_NOT_DATA = (ModuleType, FunctionType, type)

_HIDDEN = ("__", ".", "@")
"""How names begin that Python, or a rewritten assertion, makes for itself."""

_frames: dict[int, int] = {}
_parents: dict[int, int] = {}
_atoms: dict[int, dict[str, object]] = {}
_texts: dict[int, dict[str, int]] = {}
_places: dict[int, tuple[CodeType, int]] = {}
_count = 0
_lines = 0
current = 0
"""The innermost of the user's calls that runs; 0 before the first of a handle, and where lines are not recorded."""


def end_stack_at(code: CodeType) -> None:
    """Names code of the runtime's below which a stack begins anew."""
    _bottoms.add(id(code))


def site() -> int:
    """The place at which the innermost of the user's calls stands, as events hold it."""
    place = _places.get(current)
    return 0 if place is None else places.site_of_line(*place)


def started(code: CodeType, _: int) -> None:
    """A call of one of the user's functions begins to run.

    It counts as known once its event is written: near the recursion limit any call of ours may fail before that.
    """
    global _count, current
    frame = sys._getframe(2)
    number = _count + 1
    _emit_frame(number, _parent(frame), code)
    _count = current = number
    _atoms[number], _texts[number] = {}, {}
    _frames[id(frame)] = number


def _emit_frame(number: int, parent: int, code: CodeType) -> None:
    _parents[number] = parent
    emit((v.FRAME, number, parent, log.text(code.co_qualname), log.text(places.user_file(code))))


def _parent(frame: FrameType) -> int:
    """The nearest of the user's frames that called this one within the same handle; 0 if there is none."""
    caller = frame.f_back
    while caller is not None and id(caller.f_code) not in _bottoms:
        number = _frames.get(id(caller))
        if number is not None:
            return number
        caller = caller.f_back
    return 0


def line(code: CodeType, number: int) -> None:
    """A line of the user's is about to run."""
    global _lines, current
    output.flush()
    frame = sys._getframe(1)
    call = _frames.get(id(frame))
    if call is None:
        return
    if call != current:
        current = call
        parent = _parent(frame)
        if parent != _parents[call]:
            _emit_frame(call, parent, code)
    _changes(call, frame)
    _places[call] = code, number
    emit((v.LINE, call, number, 0, 0))
    _lines += 1
    if _lines < _FIRST_LINES or not _lines % _LINES_PER_DRAIN:
        log.drain()


def returned(code: CodeType, _: int) -> None:
    """A call of one of the user's functions returns or is left by an exception."""
    global current
    frame = sys._getframe(2)
    call = _frames.get(id(frame))
    if call is not None:
        output.flush()
        if code.co_name == "<module>":
            _changes(call, frame)
        emit((v.RETURNED, call, 0, 0, 0))
        current = _parents[call]
        _places.pop(call, None)
        del _frames[id(frame)], _atoms[call], _texts[call], _parents[call]


def raised(exception: BaseException) -> None:
    """An exception was raised in one of the user's frames."""
    call = _frames.get(id(sys._getframe(2)))
    if call is not None:
        emit((v.RAISED, call, log.text(summarise(exception)), 0, 0))


def _changes(call: int, frame: FrameType) -> None:
    """Records the variables of a frame whose values differ from when it was last looked at."""
    atoms, texts = _atoms[call], _texts[call]
    variables = frame.f_locals
    seen = 0
    for name, value in variables.items():
        kind = type(value)
        if kind in ATOMS:
            if name in atoms and atoms[name] is value:
                seen += 1
                continue
            if name.startswith(_HIDDEN):
                continue
            atoms[name] = value
        else:
            if issubclass(kind, _NOT_DATA) or name.startswith(_HIDDEN):
                continue
            atoms.pop(name, None)
        seen += 1
        text = log.text(summarise(value))
        if texts.get(name) != text:
            texts[name] = text
            emit((v.LOCAL, call, log.text(name), text, 0))
    if seen < len(texts):
        for name in [name for name in texts if name not in variables]:
            atoms.pop(name, None)
            del texts[name]
            emit((v.LOCAL, call, log.text(name), 0, 0))
