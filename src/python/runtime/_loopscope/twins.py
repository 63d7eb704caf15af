"""Twins: functions compiled once more, as coroutines, so that a thread can stop in the middle of a call and go on later.

There is one stack and no way to switch it, but coroutines have frames of their own. A twin does what its function does, at the same lines
and under the same name; where the function calls another, the twin awaits that one's twin. What waits at the very end of such a chain
suspends all of it.
"""

import ast
import builtins
import inspect
import os
import queue
import sys
import threading
import tokenize
import warnings
from asyncio import base_events, runners
from concurrent.futures import _base, thread
from types import CodeType, FunctionType, ModuleType
from typing import override

from . import places

PICK, RUN, ENTER = "\0pick", "\0run", "\0enter"
"""In the places of operators in a compiled twin: see switching.py. Replaced by the operators themselves in the constants of a twin."""

_CANNOT_WAIT = frozenset(vars(builtins))
"""Names of built-in functions and classes: nobody waits in them, and calls of them stay as they are."""
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.GeneratorExp)
_SUSPENDABLE = inspect.CO_COROUTINE | inspect.CO_GENERATOR | inspect.CO_ASYNC_GENERATOR
_ITERABLE_COROUTINE = inspect.CO_ITERABLE_COROUTINE

type _WaitNode = type[ast.Await | ast.YieldFrom] | None
type _Key = tuple[str, int, tuple[int, int] | None]

_LIBRARY = {
    f"{os.path.dirname(os.__file__)}/{name.replace('.', '/')}.py": name
    for name in (
        "_pyio",
        "http.client",
        "http.server",
        "socket",
        "socketserver",
        "urllib.request",
        "wsgiref.handlers",
        "wsgiref.simple_server",
    )
}
"""Modules whose functions wait for the network, by path: their twins are compiled when they are first asked for."""

operators: dict[str, object] = {}
"""What stands for PICK, RUN and ENTER; filled by switching.py."""

_compiled: dict[str, dict[_Key, CodeType]] = {}
_twins: dict[int, tuple[CodeType, CodeType | None]] = {}
twin_codes: dict[int, CodeType] = {}
"""All twins that were asked for, by the `id()` of their code."""


def of(code: CodeType) -> CodeType | None:
    """The code of a function's twin; None if the function has none, because it never waits or because its source is not to be had."""
    found = _twins.get(id(code))
    if found is None:
        twin = _make(code)
        found = _twins[id(code)] = code, twin
        if twin is not None:
            twin_codes[id(twin)] = twin
    return found[1]


def declare(function: FunctionType, twin: FunctionType) -> None:
    """Names the twin of one of the runtime's own functions: a coroutine function of the same module, with the same parameters."""
    code = twin.__code__
    _twins[id(function.__code__)] = function.__code__, code
    twin_codes[id(code)] = code


def _make(code: CodeType) -> CodeType | None:
    path = code.co_filename
    codes = _compiled.get(path)
    if codes is None:
        codes = _compiled[path] = _compile_file(path) if places.is_users(path) else _compile_library(path)
    twin = codes.get(_key(code))
    if twin is None or twin.co_freevars != code.co_freevars:
        return None
    flags = twin.co_flags | (_ITERABLE_COROUTINE if twin.co_flags & inspect.CO_GENERATOR else 0)
    if not flags & _SUSPENDABLE or code.co_flags & _SUSPENDABLE:
        return None
    inner = {_key(const): const for const in code.co_consts if isinstance(const, CodeType)}
    return twin.replace(co_flags=flags, co_consts=tuple(_constant(const, inner) for const in twin.co_consts))


def _constant(const: object, inner: dict[_Key, CodeType]) -> object:
    """Functions that a twin makes are the original ones."""
    if isinstance(const, CodeType):
        return inner.get(_key(const), const)
    return operators.get(const, const) if isinstance(const, str) else const


def _key(code: CodeType) -> _Key:
    """What a function and its twin have in common. Several lambdas may begin on a line."""
    place = None
    if code.co_name == "<lambda>":
        place = min((line or 0, column or 0) for line, _, column, _ in code.co_positions() if line and column)
    return code.co_qualname, code.co_firstlineno, place


def _compile_file(path: str) -> dict[_Key, CodeType]:
    try:
        with tokenize.open(path) as file:
            return _compile(file.read(), path)
    except OSError, SyntaxError, ValueError:
        return {}


def _compile_library(path: str) -> dict[_Key, CodeType]:
    name = _LIBRARY.get(path)
    if name is None:
        return {}
    return _compile(inspect.getsource(sys.modules[name]), path)


def _compile(source: str, path: str) -> dict[_Key, CodeType]:
    show = warnings.__dict__["_showwarnmsg"]
    warnings.__dict__["_showwarnmsg"] = lambda _: None  # what the compiler has to say of the source, it has said
    try:
        tree = ast.fix_missing_locations(_Weaver().visit(ast.parse(source)))
        module = compile(tree, path, "exec", dont_inherit=True)
    finally:
        warnings.__dict__["_showwarnmsg"] = show
    codes: dict[_Key, CodeType] = {}
    waiting = [module]
    while waiting:
        for const in waiting.pop().co_consts:
            if isinstance(const, CodeType):
                codes[_key(const)] = const
                waiting.append(const)
    return codes


class _Weaver(ast.NodeTransformer):
    """Makes each function that may wait a coroutine function, and lambdas, which cannot await, generators that serve as ones."""

    def __init__(self) -> None:
        self._await: _WaitNode = None
        """How the innermost function waits; None where it cannot."""

    def _within[N: ast.AST](self, node: N, fields: tuple[str, ...], wait: _WaitNode) -> N:
        outer, self._await = self._await, wait
        for field in fields:
            value = getattr(node, field)
            if isinstance(value, list):
                setattr(node, field, [self.visit(item) for item in value])
            elif value is not None:
                setattr(node, field, self.visit(value))
        self._await = outer
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef | ast.AsyncFunctionDef:
        if not _may_wait(node.body, node.name):
            return self._within(node, ("body",), None)
        self._within(node, ("body",), ast.Await)
        fields = {name: getattr(node, name) for name in node._fields}
        return ast.copy_location(ast.AsyncFunctionDef(**fields), node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AsyncFunctionDef:
        return self._within(node, ("body",), None)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        return self._within(node, ("body",), None)

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        return self._within(node, ("body",), ast.YieldFrom if _may_wait([node.body], "") else None)

    @override
    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.GeneratorExp):
            return self._within(node, node._fields, None)
        if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp):
            return self._within(node, node._fields, self._await if self._await is ast.Await else None)
        return super().generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        super().generic_visit(node)
        if self._await is None or _cannot_wait(node):
            return node
        node.func = self._operator(PICK, node.func)
        return ast.copy_location(self._await(self._operator(RUN, node)), node)

    def visit_With(self, node: ast.With) -> ast.With | ast.AsyncWith:
        super().generic_visit(node)
        if self._await is None:
            return node
        for item in node.items:
            item.context_expr = self._operator(ENTER, item.context_expr)
        return ast.copy_location(ast.AsyncWith(items=node.items, body=node.body, type_comment=node.type_comment), node)

    @staticmethod
    def _operator(name: str, operand: ast.expr) -> ast.expr:
        return ast.copy_location(ast.BinOp(ast.copy_location(ast.Constant(name), operand), ast.MatMult(), operand), operand)


def _cannot_wait(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in _CANNOT_WAIT


def _may_wait(body: list[ast.stmt] | list[ast.expr], own_name: str) -> bool:
    """Whether code may wait somewhere: in a call of something else than itself, or when it enters a context. Generators are left alone."""
    waits = False
    nodes: list[ast.AST] = list(body)
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return False
        if isinstance(node, ast.With) or (isinstance(node, ast.Call) and not _cannot_wait(node)):
            calls_itself = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == own_name
            waits = waits or not calls_itself
        if not isinstance(node, _SCOPES):
            nodes.extend(ast.iter_child_nodes(node))
    return waits


def weave(module: ModuleType) -> None:
    """Compiles the twins of a module now."""
    path = module.__dict__["__file__"]
    _compiled[path] = _compile(inspect.getsource(module), path)


for _module in (threading, queue, _base, thread, base_events, runners):
    weave(_module)
