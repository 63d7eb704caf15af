"""Probes in functions of asyncio's that run too often for `sys.monitoring`.

A callback of `sys.monitoring` costs little, but it has to ask for the frame and for its variables, and that costs more than all else it
does. So these functions are compiled once more, from their source, with calls of the probes in place: at the same lines, under the same
names, and otherwise as they are.
"""

import ast
import inspect
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from types import CodeType, FunctionType
from typing import Any

type Probe = Callable[..., Any]

_woven: dict[FunctionType, CodeType] = {}

_START, _AWAITING, _RETURNING = "\0start", "\0awaiting", "\0returning"
"""In the places of the probes until the source is compiled."""


def weave(function: FunctionType, *, start: Probe | None = None, awaiting: Probe | None = None, returning: Probe | None = None) -> None:
    """Has probes called, once installed: `start(self)`, `awaiting(self, awaitable)` and `returning(*parameters, value)`.

    The last two answer what they were given last. No `finally` may follow upon a `return`: it would run after the probe.
    """
    probes = {_START: start, _AWAITING: awaiting, _RETURNING: returning}
    tree = ast.parse(inspect.getsource(sys.modules[function.__module__]))
    _insert({name for name, probe in probes.items() if probe is not None}, _definition(tree, function))
    with warnings.catch_warnings(action="ignore"):  # that texts cannot be called
        module = compile(ast.fix_missing_locations(tree), function.__code__.co_filename, "exec", dont_inherit=True)
    code = next(it for it in _codes(module) if it.co_qualname == function.__qualname__)
    _woven[function] = code.replace(co_consts=tuple(probes.get(it, it) if type(it) is str else it for it in code.co_consts))


def code_of(function: FunctionType) -> CodeType:
    """The code that a function has while a program runs."""
    return _woven.get(function, function.__code__)


def install() -> None:
    """Gives the functions their probes."""
    for function, code in _woven.items():
        function.__code__ = code


def _definition(tree: ast.Module, function: FunctionType) -> ast.FunctionDef | ast.AsyncFunctionDef:
    line = function.__code__.co_firstlineno
    return next(it for it in ast.walk(tree) if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef) and it.lineno == line)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for const in code.co_consts:
        if isinstance(const, CodeType):
            yield const
            yield from _codes(const)


def _insert(probes: set[str], function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    parameters = [it.arg for it in function.args.args]
    for node in ast.walk(function):
        if isinstance(node, ast.Await) and _AWAITING in probes:
            node.value = _call(_AWAITING, node.value, parameters[:1])
        if isinstance(node, ast.Return) and _RETURNING in probes:
            node.value = _call(_RETURNING, node.value or _nothing(node), parameters)
    first, last = function.body[0], function.body[-1]
    if _START in probes:
        function.body.insert(0, ast.copy_location(ast.Expr(_call(_START, _name(parameters[0], first))), first))
    if _RETURNING in probes and not isinstance(last, ast.Return):
        function.body.append(ast.copy_location(ast.Return(_call(_RETURNING, _nothing(last), parameters)), last))


def _call(probe: str, last: ast.expr, parameters: Sequence[str] = ()) -> ast.expr:
    arguments = [_name(parameter, last) for parameter in parameters]
    return ast.copy_location(ast.Call(ast.copy_location(ast.Constant(probe), last), [*arguments, last], []), last)


def _name(name: str, place: ast.AST) -> ast.expr:
    return ast.copy_location(ast.Name(name, ast.Load()), place)


def _nothing(place: ast.AST) -> ast.expr:
    return ast.copy_location(ast.Constant(None), place)
