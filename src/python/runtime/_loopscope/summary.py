"""Short texts for values, which run none of the user's code: no `__repr__`, no `__getattr__`, no properties."""

import asyncio
import datetime
import decimal
import enum
import sys
import types
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from . import log, places
from .log import text_ids
from .resource_records import find as find_resource

ATOMS = frozenset({int, float, complex, bool, str, bytes, type(None), type(...), type(NotImplemented)})
"""Types whose values never change and whose repr is their own."""

_PLAIN = frozenset({datetime.datetime, datetime.date, datetime.timedelta, datetime.time, decimal.Decimal, range})
_BRACKETS = {list: "[]", tuple: "()", set: "{}", frozenset: "{}", deque: "[]"}
_MAPPINGS = (dict, OrderedDict, defaultdict, Counter)
_LONGEST = 80
_MOST = 8
_DEEPEST = 2


def summarise(value: object, depth: int = 0) -> str:
    """A text of at most a line for any value; equal values of the same run have equal texts."""
    kind = type(value)
    if kind in ATOMS:
        return _atom(value)
    if kind in _PLAIN:
        return _shorten(repr(value))
    if kind in _BRACKETS:
        return _sequence(value, _BRACKETS[kind], depth)
    if kind in _MAPPINGS:
        return _mapping(value, depth)
    try:
        named = _named(value)
    except AttributeError, RuntimeError:  # an object whose __init__ has not run yet
        named = f"<{type.__getattribute__(kind, '__name__')}>"
    return named if named is not None else _instance(value, depth)


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _atom(value: object) -> str:
    if type(value) is int and value.bit_length() > 4 * _LONGEST:
        return f"<int of {value.bit_length()} bits>"
    if isinstance(value, str | bytes) and len(value) > _LONGEST:
        return f"{value[: _LONGEST - 3]!r}…"
    return repr(value)


def _join(parts: Iterable[str], length: int) -> str:
    shown = list(islice(parts, _MOST))
    return ", ".join([*shown, "…"] if length > len(shown) else shown)


def _sequence(values: list[object], brackets: str, depth: int) -> str:
    if depth >= _DEEPEST:
        return f"{brackets[0]}…{brackets[1]}" if values else brackets
    inside = _join((summarise(item, depth + 1) for item in values), len(values))
    comma = "," if type(values) is tuple and len(values) == 1 else ""
    text = f"{brackets[0]}{inside}{comma}{brackets[1]}"
    if type(values) is deque:
        return f"deque({text})"
    return text if values or type(values) in (list, tuple) else f"{type(values).__name__}()"


def _mapping(values: dict[object, object], depth: int) -> str:
    if depth >= _DEEPEST:
        return "{…}" if values else "{}"
    inside = _join((f"{summarise(k, depth + 1)}: {summarise(v, depth + 1)}" for k, v in dict.items(values)), len(values))
    return f"{{{inside}}}"


def _named(value: object) -> str | None:
    """Texts for what is best known by its name, and for asyncio's own objects.

    `issubclass` of the type, where one would write `isinstance`: that would ask the object for its `__class__`.
    """
    describe = _EXACT.get(type(value))
    if describe is not None:
        return describe(value)
    for kinds, describe_kind in _DESCRIPTIONS:
        if issubclass(type(value), kinds):
            return describe_kind(value)
    return None


def _queue(value: asyncio.Queue[object]) -> str:
    bound = f"/{value._maxsize}" if value._maxsize > 0 else ""
    return f"{type(value).__name__}({len(value._queue)}{bound})"


_DESCRIPTIONS: tuple[tuple[type | tuple[type, ...], Callable[[Any], str]], ...] = (
    (type, lambda value: f"<class {type.__getattribute__(value, '__name__')}>"),
    ((types.FunctionType, types.BuiltinFunctionType), lambda value: f"<function {value.__name__}>"),
    (types.MethodType, lambda value: f"<method {getattr(value.__func__, '__name__', '?')}>"),
    (
        (types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType),
        lambda value: f"<{type(value).__name__} {value.__qualname__}>",
    ),
    (types.ModuleType, lambda value: f"<module {types.ModuleType.__getattribute__(value, '__name__')}>"),
    (enum.Enum, lambda value: f"{type(value).__name__}.{value._name_}"),
    (asyncio.Task, lambda value: f"<Task {asyncio.Task.get_name(value)}: {value._state.lower()}>"),
    (asyncio.Future, lambda value: f"<Future: {value._state.lower()}>"),
    ((asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue), _queue),
    (asyncio.Lock, lambda value: f"{type(value).__name__}({'locked' if value._locked else 'unlocked'})"),
    ((asyncio.Semaphore, asyncio.BoundedSemaphore), lambda value: f"{type(value).__name__}({value._value})"),
    (asyncio.Event, lambda value: f"{type(value).__name__}({'set' if value._value else 'not set'})"),
)

_EXACT: dict[type, Callable[[Any], str]] = {
    kind: describe for kinds, describe in _DESCRIPTIONS for kind in (kinds if isinstance(kinds, tuple) else (kinds,))
}
"""The same for the kinds themselves, found at once."""


LEVELS: dict[type, Callable[[Any], int]] = {
    **dict.fromkeys((asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue), lambda value: len(value._queue)),
    **dict.fromkeys((asyncio.Semaphore, asyncio.BoundedSemaphore, asyncio.Event), lambda value: value._value),
    asyncio.Lock: lambda value: value._locked,
}
"""The number that the text for a resource tells of, and nothing else that changes."""

_MOST_INTEGERS = 1 << 16
integers: dict[int, int] = {}
"""The texts of integers that have had one, up to so many."""


def text_of(value: object) -> int:
    """The number of the text for a value: the shortest way for those that programs have most."""
    kind = type(value)
    if kind is int:
        if value in integers:
            return integers[value]
        number = log.text(_atom(value))
        if len(integers) < _MOST_INTEGERS:
            integers[value] = number
        return number
    if kind in LEVELS:
        return _text_of_resource(value, LEVELS[kind])
    describe = _EXACT.get(kind)
    if describe is None:
        return log.text(summarise(value))
    try:
        summary = describe(value)
    except AttributeError, RuntimeError:
        return log.text(summarise(value))
    return text_ids[summary] if summary in text_ids else log.text(summary)


def _text_of_resource(value: Any, level: Callable[[Any], int]) -> int:
    record = find_resource(id(value))
    number = 0 if record is None else record.texts.get(record.value)
    if not number:
        number = log.text(summarise(value))
        if record is not None and record.value == level(value):
            record.texts[record.value] = number
    return number


def _is_users(kind: type) -> bool:
    """Whether a class is the user's own: the insides of other objects tell a reader little."""
    module = sys.modules.get(type.__getattribute__(kind, "__module__"))
    return places.is_users(getattr(module, "__file__", None) or "")


def _instance(value: object, depth: int) -> str:
    name = type.__getattribute__(type(value), "__name__")
    if issubclass(type(value), BaseException):
        return _shorten(f"{name}({_join((summarise(arg, depth + 1) for arg in value.args), len(value.args))})")
    try:
        attributes = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return f"<{name}>"
    if depth >= _DEEPEST or type(attributes) is not dict or not attributes or not _is_users(type(value)):
        return f"<{name}>"
    inside = _join((f"{key}={summarise(item, depth + 1)}" for key, item in attributes.items()), len(attributes))
    return f"{name}({inside})"
