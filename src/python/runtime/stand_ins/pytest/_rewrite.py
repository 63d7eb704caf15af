"""Assertions that say what they saw: each `assert` is compiled so that the values of its parts are kept and told when it fails.

Parts are kept in variables whose names begin with "@", as no other name can.
"""

import ast
from itertools import count

HELPER = "@pytest"
"""The global name under which the module finds what explains."""

_OPERATORS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.BitAnd: "&",
    ast.Not: "not ",
    ast.Invert: "~",
    ast.UAdd: "+",
    ast.USub: "-",
}


def rewritten(source: bytes, path: str) -> ast.Module:
    """A module's syntax with all of its assertions rewritten, unless its docstring holds PYTEST_DONT_REWRITE."""
    tree = ast.parse(source, path)
    if "PYTEST_DONT_REWRITE" not in (ast.get_docstring(tree, clean=False) or ""):
        _Statements().visit(tree)
    return tree


class _Statements(ast.NodeTransformer):
    def visit_Assert(self, node: ast.Assert) -> list[ast.stmt]:
        return _Assertion(node).statements()


def _name(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _text(value: str) -> ast.Constant:
    return ast.Constant(value)


def _help(function: str, *args: ast.expr) -> ast.Call:
    return ast.Call(ast.Attribute(_name(HELPER), function, ast.Load()), list(args), [])


class _Assertion:
    """One assertion. Its parts become statements; beside each part's value stands the expression that explains it."""

    def __init__(self, node: ast.Assert) -> None:
        self._node = node
        self._numbers = count(1)
        self._kept: list[str] = []
        self._body: list[ast.stmt] = []

    def statements(self) -> list[ast.stmt]:
        """What stands in the place of the assertion."""
        result, explanation = self._visit(self._node.test)
        message = [] if self._node.msg is None else [self._node.msg]
        failing = ast.Raise(ast.Call(_name("AssertionError"), [_help("failure", explanation, *message)], []), None)
        self._body.append(ast.If(ast.UnaryOp(ast.Not(), result), [failing], []))
        if self._kept:
            self._body.append(ast.Assign([ast.Name(name, ast.Store()) for name in self._kept], ast.Constant(None)))
        for statement in self._body:
            for part in ast.walk(statement):
                if "lineno" in part._attributes and not hasattr(part, "lineno"):
                    ast.copy_location(part, self._node)
        return self._body

    def _keep(self, value: ast.expr) -> ast.Name:
        name = f"@py_assert{next(self._numbers)}"
        self._kept.append(name)
        self._body.append(ast.Assign([ast.Name(name, ast.Store())], value))
        return _name(name)

    def _visit(self, node: ast.expr) -> tuple[ast.expr, ast.expr]:
        """The value of an expression, and an expression for the text that explains it."""
        visit = getattr(self, f"_visit_{type(node).__name__}", self._visit_other)
        return visit(node)

    def _visit_other(self, node: ast.expr) -> tuple[ast.expr, ast.expr]:
        value = self._keep(node)
        return value, _help("show", value)

    def _visit_Name(self, node: ast.Name) -> tuple[ast.expr, ast.expr]:
        local = ast.Compare(_text(node.id), [ast.In()], [ast.Call(_name("locals"), [], [])])
        value = _name(node.id)
        shown = ast.BoolOp(ast.Or(), [local, _help("is_data", _name(node.id))])
        return ast.copy_location(value, node), ast.IfExp(shown, _help("show", _name(node.id)), _text(node.id))

    def _visit_NamedExpr(self, node: ast.NamedExpr) -> tuple[ast.expr, ast.expr]:
        value = self._keep(node)
        return value, _help("show", value)

    def _visit_Attribute(self, node: ast.Attribute) -> tuple[ast.expr, ast.expr]:
        if not isinstance(node.ctx, ast.Load):
            return self._visit_other(node)
        owner, explanation = self._visit(node.value)
        value = self._keep(ast.copy_location(ast.Attribute(owner, node.attr, ast.Load()), node))
        return value, _help("where", value, explanation, _text(f".{node.attr}"))

    def _visit_Call(self, node: ast.Call) -> tuple[ast.expr, ast.expr]:
        function, explanation = self._visit(node.func)
        shown: list[ast.expr] = []
        args: list[ast.expr] = []
        for arg in node.args:
            starred = isinstance(arg, ast.Starred)
            value, text = self._visit(arg.value if isinstance(arg, ast.Starred) else arg)
            args.append(ast.Starred(value, ast.Load()) if starred else value)
            shown.append(_help("join", _text("*"), text) if starred else text)
        keywords: list[ast.keyword] = []
        for keyword in node.keywords:
            value, text = self._visit(keyword.value)
            keywords.append(ast.keyword(keyword.arg, value))
            shown.append(_help("join", _text("**" if keyword.arg is None else f"{keyword.arg}="), text))
        value = self._keep(ast.copy_location(ast.Call(function, args, keywords), node))
        return value, _help("where", value, explanation, _help("arguments", *shown))

    def _visit_BinOp(self, node: ast.BinOp) -> tuple[ast.expr, ast.expr]:
        left, left_text = self._visit(node.left)
        right, right_text = self._visit(node.right)
        value = self._keep(ast.copy_location(ast.BinOp(left, node.op, right), node))
        symbol = _text(f" {_OPERATORS[type(node.op)]} ")
        return value, _help("join", _text("("), left_text, symbol, right_text, _text(")"))

    def _visit_UnaryOp(self, node: ast.UnaryOp) -> tuple[ast.expr, ast.expr]:
        operand, text = self._visit(node.operand)
        value = self._keep(ast.copy_location(ast.UnaryOp(node.op, operand), node))
        return value, _help("join", _text(_OPERATORS[type(node.op)]), text)

    def _operand(self, node: ast.expr) -> tuple[ast.expr, ast.expr]:
        value, text = self._visit(node)
        if isinstance(node, ast.Compare | ast.BoolOp):
            text = _help("join", _text("("), text, _text(")"))
        return value, text

    def _visit_Compare(self, node: ast.Compare) -> tuple[ast.expr, ast.expr]:
        left, left_text = self._operand(node.left)
        values, texts, results, symbols = [left], [left_text], [], []
        for operator, comparator in zip(node.ops, node.comparators, strict=True):
            # A walrus further right must not change what was looked at before.
            if isinstance(values[-1], ast.Name) and isinstance(comparator, ast.NamedExpr):
                values[-1] = self._keep(values[-1])
            right, right_text = self._operand(comparator)
            comparison = ast.Compare(values[-1], [operator], [right])
            results.append(self._keep(ast.copy_location(comparison, node)))
            symbols.append(_text(_OPERATORS[type(operator)]))
            values.append(right)
            texts.append(right_text)
        explanation = _help(
            "compared",
            ast.Tuple(symbols, ast.Load()),
            ast.Tuple(list(results), ast.Load()),
            ast.Tuple(texts, ast.Load()),
            ast.Tuple(values, ast.Load()),
        )
        return results[0] if len(results) == 1 else ast.BoolOp(ast.And(), list(results)), explanation

    def _visit_BoolOp(self, node: ast.BoolOp) -> tuple[ast.expr, ast.expr]:
        """Each further operand is evaluated within an `if`; how many were decides what is told."""
        result, reached = (f"@py_assert{next(self._numbers)}" for _ in range(2))
        self._kept += [result, reached]
        outer = body = self._body
        texts: list[ast.expr] = []
        for at, operand in enumerate(node.values):
            if at:
                inner: list[ast.stmt] = []
                goes_on: ast.expr = ast.UnaryOp(ast.Not(), _name(result)) if isinstance(node.op, ast.Or) else _name(result)
                body.append(ast.If(goes_on, inner, []))
                body = self._body = inner
            value, text = self._visit(operand)
            body.append(ast.Assign([ast.Name(result, ast.Store())], value))
            body.append(ast.Assign([ast.Name(reached, ast.Store())], ast.Constant(at)))
            was_reached = ast.Compare(_name(reached), [ast.GtE()], [ast.Constant(at)])
            texts.append(ast.IfExp(was_reached, text, ast.Constant(None)))
        self._body = outer
        return _name(result), _help("boolean", _text(" or " if isinstance(node.op, ast.Or) else " and "), *texts)
