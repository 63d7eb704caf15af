"""The user's code as it runs: calls, lines, and the variables that each line has changed."""

import sys
from asyncio import events
from types import CodeType, FrameType, FunctionType, ModuleType

from . import log, output, places
from . import vocabulary as v
from .log import emit, rows, text_ids
from .output import pending
from .resource_records import find as find_resource
from .summary import ATOMS, LEVELS, integers, summarise, text_of

_getframe = sys._getframe
_bottoms = {id(events.Handle._run.__code__)}
"""Where the stack begins of what runs: its callers have nothing to do with it."""
_FIRST_LINES = 64
_LINES_PER_DRAIN = 32
"""The log is drained at each of a program's first lines and often after, so that what leads up to a line that never ends is not lost."""
_NOT_DATA = (ModuleType, FunctionType, type)
_NEVER_DATA = frozenset(_NOT_DATA)

_HIDDEN = ("__", ".", "@")
"""How names begin that Python, or a rewritten assertion, makes for itself."""


class Call:
    """A call of one of the user's functions."""

    __slots__ = ("atoms", "code", "line", "number", "parent", "sites", "texts")

    def __init__(self, number: int, parent: Call | None, code: CodeType) -> None:
        self.number = number
        self.parent = parent
        self.code = code
        self.line = 0
        """The line on which it stands; 0 before the first, and when it has returned."""
        self.sites = places.sites_of_lines(code)
        self.atoms: dict[str, object] = {}
        """Those of its variables that are ATOMS, as they were recorded last."""
        self.texts: dict[str, int] = {}
        """The texts of all its variables, as they were recorded last."""


_calls: dict[int, Call] = {}
"""The calls that have not returned, by the `id()` of their frames."""
_count = 0
_lines = 0
_next_drain = 0
current: Call | None = None
"""The innermost of the user's calls that runs; None before the first of a handle, and where lines are not recorded."""


def end_stack_at(code: CodeType) -> None:
    """Names code of the runtime's below which a stack begins anew."""
    _bottoms.add(id(code))


def site() -> int:
    """The place at which the innermost of the user's calls stands, as events hold it."""
    return 0 if current is None else places.site_of_line(current.code, current.line)


def started(code: CodeType, _: int) -> None:
    """A call of one of the user's functions begins to run.

    It counts as known once its event is written: near the recursion limit any call of ours may fail before that.
    """
    global _count, current
    frame = sys._getframe(2)
    call = Call(_count + 1, _parent(frame), code)
    _emit_frame(call)
    _count += 1
    current = _calls[id(frame)] = call


def _emit_frame(call: Call) -> None:
    parent = 0 if call.parent is None else call.parent.number
    emit((v.FRAME, call.number, parent, log.text(call.code.co_qualname), log.text(places.user_file(call.code))))


def _parent(frame: FrameType) -> Call | None:
    """The nearest of the user's calls that led to this frame within the same handle."""
    caller = frame.f_back
    while caller is not None and id(caller.f_code) not in _bottoms:
        call = _calls.get(id(caller))
        if call is not None:
            return call
        caller = caller.f_back
    return None


def line(_: CodeType, number: int, left: FrameType | None = None) -> None:
    """A line of the user's is about to run; or this frame is left, and none will.

    First it is recorded which variables of the frame have other values than when it was last looked at.
    """
    global _lines, _next_drain, current, rows
    if pending:
        output.flush()
    frame = _getframe(1) if left is None else left
    call = _calls.get(id(frame))
    if call is None:
        return
    if call is not current:
        current = call
        parent = _parent(frame)
        if parent is not call.parent:
            call.parent = parent
            _emit_frame(call)
    atoms, texts = call.atoms, call.texts
    variables = frame.f_locals.items()
    seen = 0
    for name, value in variables:
        if name in atoms and atoms[name] is value:
            seen += 1
            continue
        kind = type(value)
        if kind in LEVELS:
            resource = find_resource(id(value))
            text = 0 if resource is None else resource.texts.get(resource.value)
            if text and name in texts and texts[name] == text:
                seen += 1
                continue
        if kind in ATOMS:
            if name not in texts and name.startswith(_HIDDEN):
                continue
            atoms[name] = value
            text = integers[value] if kind is int and value in integers else text_of(value)
        else:
            if kind in _NEVER_DATA or (name not in texts and name.startswith(_HIDDEN)) or issubclass(kind, _NOT_DATA):
                continue
            if name in atoms:
                del atoms[name]
            text = text_of(value)
        seen += 1
        if name not in texts or texts[name] != text:
            texts[name] = text
            rows += (v.LOCAL, call.number, text_ids[name] if name in text_ids else log.text(name), text, 0)
    if seen < len(texts):
        _forget_unbound(call, {name for name, _ in variables})
    if left is None:
        rows += (v.LINE, call.number, number, 0, 0)
    call.line = number
    _lines += 1
    if _lines >= _next_drain:
        _next_drain = _lines + (1 if _lines < _FIRST_LINES else _LINES_PER_DRAIN)
        log.drain()


def _forget_unbound(call: Call, bound: set[str]) -> None:
    for name in [name for name in call.texts if name not in bound]:
        call.atoms.pop(name, None)
        del call.texts[name]
        emit((v.LOCAL, call.number, log.text(name), 0, 0))


def returned(code: CodeType, outcome: int) -> None:
    """A call of one of the user's functions returns or is left by an exception."""
    global current
    frame = sys._getframe(2)
    call = _calls.get(id(frame))
    if call is not None:
        output.flush()
        if code.co_name == "<module>":
            line(code, 0, frame)
        emit((v.RETURNED, call.number, outcome, 0, 0))
        current = call.parent
        call.line = 0
        del _calls[id(frame)]


def raised(exception: BaseException) -> None:
    """An exception was raised in one of the user's frames."""
    call = _calls.get(id(sys._getframe(2)))
    if call is not None:
        emit((v.RAISED, call.number, log.text(summarise(exception)), 0, 0))
