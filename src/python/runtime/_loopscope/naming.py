"""The name that the user gave to a new object: the target of the assignment in which it is made, read from the source."""

import ast
import tokenize
from types import CodeType, FrameType

_trees: dict[str, dict[tuple[int, int, int, int], str]] = {}
_made: dict[tuple[CodeType, str], int] = {}
_taken: dict[str, int] = {}


def name_of_new(frame: FrameType | None, kind: str, part: str = "") -> str:
    """The name of the object, or of a part of it, that the frame's instruction makes: `sem`, `self.lock`, `queues[2]`, else `Lock-1`."""
    target = None if frame is None else _target(frame)
    if target is None or frame is None:
        return _numbered(kind)
    if "[]" in target:
        count = _made[frame.f_code, target] = _made.get((frame.f_code, target), -1) + 1
        target = target.replace("[]", f"[{count}]")
    return _unique(target + part)


def _numbered(kind: str) -> str:
    count = _taken[kind] = _taken.get(kind, 0) + 1
    return f"{kind}-{count}"


def _unique(name: str) -> str:
    """The second `self.lock` of a program is `self.lock-2`."""
    count = _taken[name] = _taken.get(name, 0) + 1
    return name if count == 1 else f"{name}-{count}"


def _target(frame: FrameType) -> str | None:
    code = frame.f_code
    positions = list(code.co_positions())[frame.f_lasti // 2]
    names = _trees.get(code.co_filename)
    if names is None:
        names = _trees[code.co_filename] = _names_in(code.co_filename)
    return None if None in positions else names.get(positions)


def _names_in(path: str) -> dict[tuple[int, int, int, int], str]:
    """For each call and await that is (part of) an assigned value: its place (line, end line, column, end column) and its name."""
    names: dict[tuple[int, int, int, int], str] = {}
    try:
        with tokenize.open(path) as file:
            tree = ast.parse(file.read())
    except OSError, SyntaxError, ValueError:
        return names
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name() | ast.Attribute() | ast.Subscript() as target, *_], value=value):
                _name_calls(value, ast.unparse(target), names)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                _name_calls(value, ast.unparse(target), names)
            case ast.NamedExpr(target=target, value=value):
                _name_calls(value, target.id, names)
            case ast.withitem(context_expr=value, optional_vars=ast.Name() | ast.Attribute() as target):
                _name_calls(value, ast.unparse(target), names)
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)) if len(targets) == len(values):
                for one, value in zip(targets, values, strict=True):
                    _name_calls(value, ast.unparse(one), names)
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Await() as value):
                _name_calls(value, ", ".join(map(ast.unparse, targets)), names)
    return names


def _name_place(value: ast.expr, name: str, names: dict[tuple[int, int, int, int], str]) -> None:
    end_line, end_column = value.end_lineno or value.lineno, value.end_col_offset or value.col_offset
    names.setdefault((value.lineno, end_line, value.col_offset, end_column), name)


def _name_calls(value: ast.expr, name: str, names: dict[tuple[int, int, int, int], str]) -> None:
    match value:
        case ast.Call():
            _name_place(value, name, names)
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            for index, element in enumerate(elements):
                _name_calls(element, f"{name}[{index}]", names)
        case ast.Dict(keys=keys, values=values):
            for key, element in zip(keys, values, strict=True):
                if key is not None:
                    _name_calls(element, f"{name}[{ast.unparse(key)}]", names)
        case ast.ListComp(elt=element) | ast.SetComp(elt=element) | ast.GeneratorExp(elt=element):
            _name_calls(element, f"{name}[]", names)
        case ast.DictComp(value=element):
            _name_calls(element, f"{name}[]", names)
        case ast.Await(value=awaited):
            # What asyncio makes for who awaits it is made at the await.
            _name_place(value, name, names)
            _name_calls(awaited, name, names)
        case ast.IfExp(body=body, orelse=other):
            _name_calls(body, name, names)
            _name_calls(other, name, names)
        case ast.BoolOp(values=values):
            for element in values:
                _name_calls(element, name, names)
