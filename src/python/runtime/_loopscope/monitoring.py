"""Eyes on running code: `sys.monitoring`, for the user's code and for those of asyncio's functions that change what panels show."""

import asyncio
import inspect
import sys
from asyncio import runners, taskgroups, timeouts
from collections.abc import Callable
from types import CodeType, FrameType, MethodDescriptorType

from . import computing, connections, context, lines, log, misuses, output, places, resources, scopes, tasks, works
from . import vocabulary as v
from .codes import by_identity

_ASYNCHRONOUS = inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR | inspect.CO_ITERABLE_COROUTINE
_TOOL = 4
_TOOL_COUNT = 6
_monitoring = sys.monitoring
_getframe = sys._getframe
_EVENTS = _monitoring.events
_CANCEL = asyncio.Task.cancel
_SET_NAME = asyncio.Task.set_name
_CANCELLERS = (taskgroups.TaskGroup._abort, timeouts.Timeout._on_timeout, runners._cancel_all_tasks, runners.Runner._on_sigint)

_RETURNS: dict[CodeType, Callable[[FrameType, object], None]] = {
    **resources.RETURNS,
    **scopes.RETURNS,
    **works.RETURNS,
    **connections.RETURNS,
}
_return_handlers = by_identity(_RETURNS)
_unwind_handlers = by_identity(scopes.UNWINDS | resources.UNWINDS)
_start_handlers = by_identity(misuses.STARTS)
_WATCHED_CALLS = frozenset({"cancel", "set_name"})


def start(with_lines: bool, line_cost: int) -> None:
    """Begins to watch; with or without the user's lines, and with what each costs in nanoseconds of virtual time."""
    global _with_lines, _with_costs
    _with_lines, _with_costs = with_lines, line_cost > 0
    if _with_costs:
        computing.start(line_cost)
    _monitoring.use_tool_id(_TOOL, "loopscope")
    for event, callback in {
        _EVENTS.PY_RETURN: _on_return,
        _EVENTS.PY_UNWIND: _on_unwind,
        _EVENTS.CALL: _on_call,
        _EVENTS.C_RETURN: _on_called,
        _EVENTS.PY_START: _on_start,
        _EVENTS.LINE: lines.line,
        _EVENTS.JUMP: computing.jumped,
        _EVENTS.RAISE: _on_raise,
    }.items():
        _monitoring.register_callback(_TOOL, event, callback)
    for code in _RETURNS:
        _monitoring.set_local_events(_TOOL, code, _EVENTS.PY_RETURN)
    for function in _CANCELLERS:
        _monitoring.set_local_events(_TOOL, function.__code__, _EVENTS.CALL)
    _monitoring.set_events(_TOOL, _EVENTS.PY_START | _EVENTS.PY_UNWIND | (_EVENTS.RAISE if with_lines else 0))


_with_lines = True
_with_costs = True


def silence_others() -> None:
    """Ends what the program's own tools watch, as the interpreter does before it clears the modules they live in."""
    for tool in range(_TOOL_COUNT):
        if tool != _TOOL and _monitoring.get_tool(tool) is not None:
            _monitoring.set_events(tool, 0)


def _on_start(code: CodeType, offset: int) -> object:
    """Runs for each function's first call, to see whose it is, and then for the user's alone."""
    if places.add_users(code):
        context.meet(code)
        calls = _EVENTS.CALL if _with_costs or _WATCHED_CALLS.intersection(code.co_names) else 0
        jumps = _EVENTS.JUMP if _with_costs else 0
        in_detail = _EVENTS.PY_RETURN | (_EVENTS.LINE if _has_lines(code) else 0) if _with_lines else 0
        _monitoring.set_local_events(_TOOL, code, calls | jumps | in_detail)
    if not (_with_lines or _with_costs) or id(code) not in places.user_codes:
        handler = _start_handlers.get(id(code))
        if handler is None:
            return _monitoring.DISABLE
        handler(_getframe(1))
        return None
    if _with_costs:
        computing.called()
    if _with_lines:
        lines.started(code, offset)
    return None


def _has_lines(code: CodeType) -> bool:
    """Whether code stands on lines: an empty file's stands on a line 0."""
    return any(line for _, _, line in code.co_lines())


def _on_return(code: CodeType, _: int, value: object) -> None:
    handler = _return_handlers.get(id(code))
    if handler is None:
        lines.returned(code, v.RESULT)
        return
    handler(_getframe(1), value)
    if len(log.rows) > log.LONG:
        log.drain()


def _on_unwind(code: CodeType, _: int, exception: BaseException) -> None:
    handler = _unwind_handlers.get(id(code))
    if handler is not None:
        handler(_getframe(1), exception)
    elif _with_lines and id(code) in places.user_codes:
        lines.returned(code, v.EXCEPTION)


def _on_raise(code: CodeType, _: int, exception: BaseException) -> None:
    # A StopIteration in a coroutine is how an await hands over its value: one of the program's own would become a RuntimeError.
    if id(code) in places.user_codes and not (type(exception) is StopIteration and code.co_flags & _ASYNCHRONOUS):
        output.flush()
        lines.raised(exception)


def _on_call(_: CodeType, __: int, called: object, first: object) -> object:
    """Sees who calls `task.cancel()`, and what takes time. A call site whose first callee is neither is not looked at again."""
    if called is _CANCEL and issubclass(type(first), asyncio.Task):
        tasks.cancel_called(first)
    if type(called) is MethodDescriptorType and called.__name__ in _WATCHED_CALLS:
        return None
    return None if _with_costs and computing.called_c(called, first) else _monitoring.DISABLE


def _on_called(_: CodeType, __: int, called: object, first: object) -> None:
    """Sees that `task.set_name()` was called."""
    if called is _SET_NAME and issubclass(type(first), asyncio.Task):
        tasks.renamed(first)
