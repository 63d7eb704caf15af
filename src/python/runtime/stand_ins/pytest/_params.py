"""Parametrized tests: one test for each row of parameters, and how each is called."""

import enum
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ._fixtures import SCOPES, FixtureManager
from ._marks import NOT_SET, Mark, ParameterSet
from ._nodes import CallSpec, Function
from ._outcomes import CollectError, fail


class Metafunc:
    """A test function that parameters can be given to."""

    def __init__(self, definition: Function, fixtures: FixtureManager) -> None:
        self.definition = definition
        self.config = definition.config
        self.module = definition.module
        self.cls = definition.cls
        self.function = definition.function
        self.fixturenames = definition.fixturenames
        self._fixtures = fixtures
        self.calls: list[CallSpec] = []

    def parametrize(
        self,
        argnames: str | Sequence[str],
        argvalues: Iterable[Any],
        indirect: bool | Sequence[str] = False,
        ids: Any = None,
        scope: str | None = None,
    ) -> None:
        """Multiplies the tests of this function by rows of parameters."""
        nodeid = self.definition.nodeid
        names = [name.strip() for name in argnames.split(",") if name.strip()] if isinstance(argnames, str) else list(argnames)
        rows = [_row(value, names, isinstance(argnames, str) and len(names) == 1) for value in argvalues]
        for row in rows:
            if len(row.values) != len(names):
                fail(
                    f'{nodeid}: in "parametrize" the number of names ({len(names)}):\n  {names}\n'
                    f"must be equal to the number of values ({len(row.values)}):\n  {row.values}",
                    pytrace=False,
                )
        through = set(names) if indirect is True else set(indirect or ())
        for name in names:
            if name not in self.fixturenames:
                what = "fixture" if name in through else "argument"
                fail(f"In {self.definition.originalname}: function uses no {what} '{name}'", pytrace=False)
        if not rows:
            reason = f"got empty parameter set for ({', '.join(names)})"
            rows = [ParameterSet((NOT_SET,) * len(names), (Mark("skip", (), {"reason": reason}),), None)]
        texts = _ids(ids, rows, names, nodeid)
        calls = []
        for call in self.calls or [CallSpec()]:
            for at, row in enumerate(rows):
                calls.append(self._extended(call, names, row, texts[at], at, through, scope))
        self.calls = calls

    def _extended(
        self, call: CallSpec, names: list[str], row: ParameterSet, text: str, at: int, through: set[str], scope: str | None
    ) -> CallSpec:
        extended = call.copy()
        for name, value in zip(names, row.values, strict=True):
            if name in extended.params:
                raise ValueError(f"duplicate parametrization of {name!r}")
            extended.params[name] = value
            extended.indices[name] = at
            extended.scopes[name] = scope or self._scope(name, names, through)
            if name not in through:
                extended.direct.add(name)
        extended.ids.append(text)
        extended.marks += row.marks
        return extended

    def _scope(self, name: str, names: list[str], through: set[str]) -> str:
        """Of parameters that go through fixtures, the narrowest of those fixtures' scopes."""
        if not through.issuperset(names):
            return "function"
        found = [fixtures[-1].scope for one in names if (fixtures := self._fixtures.of(one, self.definition.nodeid))]
        return min(found, key=SCOPES.index, default="function")


def _row(value: Any, names: list[str], single: bool) -> ParameterSet:
    if isinstance(value, ParameterSet):
        return value
    return ParameterSet((value,) if single else tuple(value), (), None)


def _ids(ids: Any, rows: list[ParameterSet], names: list[str], nodeid: str) -> list[str]:
    given: list[Any] = [None] * len(rows)
    if ids is not None and not callable(ids):
        given = list(ids) if hasattr(ids, "__len__") else [text for text, _ in zip(ids, rows, strict=False)]
        if len(given) != len(rows):
            name = nodeid.rpartition("::")[2]
            fail(f"In {name}: {len(rows)} parameter sets specified, with different number of ids: {len(given)}", pytrace=False)
    texts = []
    for at, row in enumerate(rows):
        if row.id is not None:
            texts.append(_escaped(row.id))
        elif given[at] is not None:
            texts.append(_given_id(given[at], nodeid))
        else:
            function = ids if callable(ids) else None
            texts.append("-".join(_value_id(value, name, at, function) for value, name in zip(row.values, names, strict=True)))
    return _distinct(texts)


def _given_id(text: Any, nodeid: str) -> str:
    if isinstance(text, str):
        return _escaped(text)
    if isinstance(text, int | float | bool):
        return str(text)
    fail(f"In {nodeid}: ids contains unsupported value {text!r} (type: {type(text)!r}).", pytrace=False)


def _value_id(value: Any, name: str, at: int, function: Callable[[Any], Any] | None) -> str:
    if function is not None:
        try:
            text = function(value)
        except Exception as error:
            raise CollectError(f"error raised while trying to determine id of parameter '{name}' at position {at}") from error
        if text is not None:
            return _escaped(text) if isinstance(text, str) else _value_id(text, name, at, None)
    if isinstance(value, str | bytes):
        return _escaped(value)
    if value is None or isinstance(value, bool | int | float | complex):
        return str(value)
    if isinstance(value, re.Pattern):
        return _escaped(value.pattern)
    if value is NOT_SET:
        return "NOTSET"
    if isinstance(value, enum.Enum):
        return str(value)
    named = getattr(value, "__name__", None)
    return named if isinstance(named, str) else f"{name}{at}"


def _escaped(text: str | bytes) -> str:
    if isinstance(text, bytes):
        return "".join(chr(byte) if 32 <= byte < 127 else f"\\x{byte:02x}" for byte in text)
    return text.encode("unicode_escape").decode("ascii")


def _distinct(texts: list[str]) -> list[str]:
    counts, used = Counter(texts), set(texts)
    if len(used) == len(texts):
        return texts
    next_number: Counter[str] = Counter()
    result = []
    for text in texts:
        if counts[text] == 1:
            result.append(text)
            continue
        joint = "_" if text[-1:].isdigit() else ""
        while f"{text}{joint}{next_number[text]}" in used:
            next_number[text] += 1
        result.append(f"{text}{joint}{next_number[text]}")
        used.add(result[-1])
        next_number[text] += 1
    return result


def expand(definition: Function, fixtures: FixtureManager, hooks: Sequence[Callable[[Metafunc], object]]) -> list[Function]:
    """The tests that a function stands for."""
    metafunc = Metafunc(definition, fixtures)
    for hook in hooks:
        hook(metafunc)
    marks = list(definition.iter_markers("parametrize"))
    marked = {name for mark in marks for name in _names(mark)}
    for name in definition.fixturenames:
        found = fixtures.of(name, definition.nodeid)
        if found and found[-1].params is not None and name not in marked:
            metafunc.parametrize(name, found[-1].params, indirect=True, scope=found[-1].scope, ids=found[-1].options["ids"])
    for mark in marks:
        metafunc.parametrize(*mark.args, **mark.kwargs)
    if not metafunc.calls:
        return [definition]
    return [Function(definition.originalname, definition.parent, definition.obj, call) for call in metafunc.calls]


def _names(mark: Mark) -> list[str]:
    names = mark.args[0] if mark.args else mark.kwargs.get("argnames", "")
    return [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)


def grouped(items: list[Function]) -> list[Function]:
    """Tests in an order in which each value of a parameter of wide scope is made but once."""
    return _grouped(items, ["session", "package", "module", "class"])


def _grouped(items: list[Function], scopes: list[str]) -> list[Function]:
    if not scopes or len(items) < 3:
        return items
    scope, *narrower = scopes
    left = list(items)
    result: list[Function] = []
    while left:
        keys = _keys(left[0], scope)
        if not keys:
            run = []
            while left and not _keys(left[0], scope):
                run.append(left.pop(0))
            result += _grouped(run, narrower)
            continue
        key = keys[0]
        result += _grouped([item for item in left if key in _keys(item, scope)], narrower)
        left = [item for item in left if key not in _keys(item, scope)]
    return result


def _keys(item: Function, scope: str) -> list[tuple]:
    call = item.callspec
    if call is None:
        return []
    place = {"session": "", "package": str(item.path.parent), "module": str(item.path), "class": (str(item.path), item.cls)}[scope]
    return [(name, call.indices[name], place) for name in call.params if call.scopes[name] == scope]
