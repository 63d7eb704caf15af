"""Values over several lines, one item a line, so that lines can be compared. Long texts stay in one line."""

import dataclasses
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterable

_STEP = 4


def pretty_lines(value: object) -> list[str]:
    """The lines of a value's text."""
    return _pretty(value, 0, frozenset()).splitlines()


def _pretty(value: object, indent: int, outer: frozenset[int]) -> str:
    """`outer`: the containers that this value is in, so that one that contains itself ends."""
    if id(value) in outer:
        return f"<Recursion on {type(value).__name__} with id={id(value)}>"
    form = _FORMS.get(type(value).__repr__) or (_dataclass if _is_plain_dataclass(value) else None)
    return repr(value) if form is None else form(value, indent, outer | {id(value)})


def _is_plain_dataclass(value: object) -> bool:
    """Whether a value is a dataclass's, with the text that `dataclasses` made."""
    wrapped = getattr(type(value).__repr__, "__wrapped__", None)
    return dataclasses.is_dataclass(value) and "__create_fn__" in getattr(wrapped, "__qualname__", "")


def _over_lines(parts: Iterable[str], indent: int) -> str:
    body = "".join(f"\n{' ' * (indent + _STEP)}{part}," for part in parts)
    return f"{body}\n{' ' * indent}" if body else ""


def _items(values: Iterable[object], indent: int, outer: frozenset[int]) -> str:
    return _over_lines((_pretty(item, indent + _STEP, outer) for item in values), indent)


def _pairs(pairs: Iterable[tuple[object, object]], indent: int, outer: frozenset[int]) -> str:
    return _over_lines((f"{key!r}: {_pretty(item, indent + _STEP, outer)}" for key, item in pairs), indent)


def _sorted(values: Iterable) -> list:
    try:
        return sorted(values)
    except TypeError:
        return sorted(values, key=lambda value: (str(type(value)), id(value)))


def _list(value: list, indent: int, outer: frozenset[int]) -> str:
    return f"[{_items(value, indent, outer)}]"


def _tuple(value: tuple, indent: int, outer: frozenset[int]) -> str:
    return f"({_items(value, indent, outer)})"


def _set(value: set | frozenset, indent: int, outer: frozenset[int]) -> str:
    if not value:
        return repr(value)
    inside = f"{{{_items(_sorted(value), indent, outer)}}}"
    return inside if type(value) is set else f"{type(value).__name__}({inside})"


def _mapping(value: dict, indent: int, outer: frozenset[int]) -> str:
    return f"{{{_pairs([(key, value[key]) for key in _sorted(value)], indent, outer)}}}"


def _ordered(value: OrderedDict, indent: int, outer: frozenset[int]) -> str:
    return f"{type(value).__name__}({_mapping(value, indent, outer)})" if value else repr(value)


def _default(value: defaultdict, indent: int, outer: frozenset[int]) -> str:
    return f"{type(value).__name__}({value.default_factory!r}, {_mapping(value, indent, outer)})"


def _counter(value: Counter, indent: int, outer: frozenset[int]) -> str:
    return f"{type(value).__name__}({{{_pairs(value.most_common(), indent, outer)}}})" if value else f"{type(value).__name__}()"


def _deque(value: deque, indent: int, outer: frozenset[int]) -> str:
    limit = "" if value.maxlen is None else f"maxlen={value.maxlen}, "
    return f"{type(value).__name__}({limit}[{_items(value, indent, outer)}])"


def _dataclass(value: object, indent: int, outer: frozenset[int]) -> str:
    fields = [field.name for field in dataclasses.fields(value) if field.repr]
    parts = (f"{name}={_pretty(getattr(value, name), indent + _STEP, outer)}" for name in fields)
    return f"{type(value).__name__}({_over_lines(parts, indent)})"


_FORMS = {
    list.__repr__: _list,
    tuple.__repr__: _tuple,
    set.__repr__: _set,
    frozenset.__repr__: _set,
    dict.__repr__: _mapping,
    OrderedDict.__repr__: _ordered,
    defaultdict.__repr__: _default,
    Counter.__repr__: _counter,
    deque.__repr__: _deque,
}
"""How containers are written, by the method that makes their text."""
