"""What a twin does where its function makes a call or enters a context: see twins.py."""

import functools
from contextvars import Context
from itertools import repeat
from types import BuiltinMethodType, CoroutineType, FunctionType, GeneratorType, MethodType
from typing import Any

from . import twins


class _Pick:
    """`PICK @ function` is the function's twin, else the function itself."""

    def __matmul__(self, called: Any) -> Any:
        kind = type(called)
        if kind is FunctionType:
            return _twin_of(called)
        if kind is MethodType:
            twin = _twin_of(called.__func__) if type(called.__func__) is FunctionType else called.__func__
            return called if twin is called.__func__ else MethodType(twin, called.__self__)
        if kind is functools.partial:
            return functools.partial(pick @ called.func, *called.args, **called.keywords)
        if kind is BuiltinMethodType:
            return _InContext(called.__self__) if called.__name__ == "run" and type(called.__self__) is Context else called
        if isinstance(called, type):
            return _Making(called) if _waits_when_made(called) else called
        call = kind.__dict__.get("__call__")
        if type(call) is FunctionType and (twin := _twin_of(call)) is not call:
            return MethodType(twin, called)
        return called


twin_code = twins.of
"""The code of a function's twin, by the code of the function; or None."""


def _twin_of(function: FunctionType) -> FunctionType:
    code = twins.of(function.__code__)
    if code is None:
        return function
    twin = FunctionType(code, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
    twin.__kwdefaults__ = function.__kwdefaults__
    return twin


def _waits_when_made(kind: type) -> bool:
    """Whether calling a class runs an `__init__` that has a twin, and nothing else of Python's."""
    made = type(kind).__call__ is type.__call__ and kind.__new__ is object.__new__
    return made and type(kind.__init__) is FunctionType and twins.of(kind.__init__.__code__) is not None


class _Making:
    """A call of a class whose `__init__` may wait."""

    def __init__(self, kind: type) -> None:
        self._kind = kind

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        try:
            made = object.__new__(self._kind)
            return _made(made, _twin_of(self._kind.__init__)(made, *args, **kwargs))
        except BaseException as error:
            _forget_frame(error)
            raise


async def _made[T](made: T, initialisation: Any) -> T:
    try:
        answer = await initialisation
        if answer is not None:
            raise TypeError(f"__init__() should return None, not '{type(answer).__name__}'")
    except BaseException as error:
        _forget_frame(error)
        raise
    return made


class _Run:
    """`RUN @ result`, awaited, is what a call has returned, and before that runs the call if it was one of a twin."""

    def __matmul__(self, result: Any) -> Any:
        return result if _is_twins(result) else _returned(result)


def _is_twins(result: Any) -> bool:
    """Whether a result is a call of a twin that has yet to run, or of one of the coroutines here that stand for one."""
    kind = type(result)
    if kind is CoroutineType:
        return id(result.cr_code) in twins.twin_codes or result.cr_code in _OURS
    return kind is _Steps or (kind is GeneratorType and id(result.gi_code) in twins.twin_codes)


async def _returned[T](result: T) -> T:
    return result


_OURS = frozenset({_returned.__code__, _made.__code__})


def _forget_frame(error: BaseException) -> None:
    """Takes the frame that has caught an exception out of its traceback; raising it again with a bare `raise` does not put it back."""
    if error.__traceback__ is not None:
        error.__traceback__ = error.__traceback__.tb_next


class _InContext:
    """`Context.run` for twins: each step of the coroutine runs in the context, and no frame of ours lies between."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def __call__(self, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        try:
            result = self._context.run(pick @ function, *args, **kwargs)
        except BaseException as error:
            _forget_frame(error)
            raise
        return _Steps(self._context, result) if _is_twins(result) else _returned(result)


class _Steps:
    """A coroutine that runs in a context."""

    def __init__(self, context: Context, result: Any) -> None:
        self._context = context
        self._coroutine = run @ result

    def __await__(self) -> Any:
        coroutine = self._coroutine
        steps = coroutine if type(coroutine) is GeneratorType else coroutine.__await__()
        return map(self._context.run, repeat(steps.__next__))


class _Enter:
    """`ENTER @ manager` is the manager for `async with`."""

    def __matmul__(self, manager: Any) -> _Entered:
        kind = type(manager)
        return _Entered(manager, kind.__enter__, kind.__exit__)


class _Entered:
    __slots__ = ("_enter", "_exit", "_manager")

    def __init__(self, manager: Any, enter: Any, exit_: Any) -> None:
        self._manager = manager
        self._enter = enter
        self._exit = exit_

    def __aenter__(self) -> Any:
        return self._call(self._enter)

    def __aexit__(self, *exception: Any) -> Any:
        return self._call(self._exit, *exception)

    def _call(self, method: Any, *arguments: Any) -> Any:
        try:
            return run @ (pick @ method)(self._manager, *arguments)
        except BaseException as error:
            _forget_frame(error)
            raise


pick, run, enter = _Pick(), _Run(), _Enter()
twins.operators.update({twins.PICK: pick, twins.RUN: run, twins.ENTER: enter})
