"""Fixtures: what tests ask for by the names of their arguments."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from ._marks import Mark
from ._outcomes import fail

SCOPES = ("function", "class", "module", "package", "session")


class FixtureFunction:
    """A function that makes a fixture; it is asked for by name, never called."""

    def __init__(self, function: Callable, options: dict[str, Any], instance: object = None) -> None:
        self.function = function
        self.options = options
        self.instance = instance
        self.__name__ = options["name"] or function.__name__
        self.__wrapped__ = function
        self.__module__ = function.__module__
        self.__doc__ = function.__doc__

    def __get__(self, instance: object, owner: type | None = None) -> FixtureFunction:
        return FixtureFunction(self.function, self.options, instance)

    def __call__(self, *_: object, **__: object) -> None:
        name = self.function.__name__
        fail(
            f'Fixture "{name}" called directly. Fixtures are not meant to be called directly,\n'
            "but are created automatically when test functions request them as parameters.\n"
            "See https://docs.pytest.org/en/stable/explanation/fixtures.html for more information about fixtures, and\n"
            "https://docs.pytest.org/en/stable/deprecations.html#calling-fixtures-directly",
            pytrace=False,
        )

    def __repr__(self) -> str:
        return f"<pytest_fixture({self.function!r})>"


def fixture(
    fixture_function: Callable | None = None,
    *,
    scope: Any = "function",
    params: Iterable[object] | None = None,
    autouse: bool = False,
    ids: Any = None,
    name: str | None = None,
) -> Any:
    """Makes a fixture of a function."""
    options = {"scope": scope, "params": None if params is None else list(params), "autouse": autouse, "ids": ids, "name": name}
    options["loop_scope"], options["asyncio"] = None, False
    return decorated(fixture_function, options)


def decorated(function: Callable | None, options: dict[str, Any]) -> Any:
    """A fixture of a function, or what makes one of the function that it is given."""

    def decorate(function: Callable) -> FixtureFunction:
        if isinstance(function, type):
            raise ValueError("class fixtures not supported (maybe in the future)")
        if isinstance(function, FixtureFunction):
            raise ValueError(f"@pytest.fixture is being applied more than once to the same function {function.__name__!r}")
        if options["name"] == "request":
            fail("'request' is a reserved word for fixtures, use another name", pytrace=False)
        return FixtureFunction(function, options)

    return decorate if function is None else decorate(function)


class FixtureDef:
    """A fixture as it was found, and the value that it has for now."""

    def __init__(self, name: str, made: FixtureFunction, base: str, scope: str, instance: object = None) -> None:
        self.argname = name
        self.func = made.function
        self.base = base
        """The node to whose tests it belongs."""
        self.scope = scope
        self.instance = instance
        self.options = made.options
        self.params = made.options["params"]
        self.argnames = argument_names(made.function, skip_first=instance is not None)
        self.cached: tuple[object, Any, BaseException | None] | None = None
        """For which parameter, the value, and what making it raised."""
        self._finalizers: list[Callable[[], object]] = []

    def bound_for(self, item: Any) -> Callable:
        """Its function; a method is the test's own object's, where that has it."""
        if self.instance is None:
            return self.func
        return self.func.__get__(item.instance if isinstance(item.instance, type(self.instance)) else self.instance)

    def addfinalizer(self, finalizer: Callable[[], object]) -> None:
        """What to do before the value goes away."""
        self._finalizers.append(finalizer)

    def finish(self) -> None:
        """Ends the value's life."""
        errors: list[BaseException] = []
        while self._finalizers:
            try:
                self._finalizers.pop()()
            except BaseException as error:
                errors.append(error)
        self.cached = None
        raise_all(errors, f'errors while tearing down fixture "{self.argname}" of {self.base}')


def raise_all(errors: Sequence[BaseException], message: str) -> None:
    """Raises what went wrong: by itself if it is one error."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise BaseExceptionGroup(message, list(reversed(errors)))


def argument_names(function: Callable, skip_first: bool = False) -> tuple[str, ...]:
    """The names of what a function asks for: its arguments without defaults, and without those that `mock.patch` gives."""
    named = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    names = [
        parameter.name
        for parameter in inspect.signature(function).parameters.values()
        if parameter.kind in named and parameter.default is inspect.Parameter.empty
    ]
    patches = getattr(function, "patchings", [])
    patched = [patch for patch in patches if not patch.attribute_name and type(patch.new).__name__ == "_SentinelObject"]
    return tuple(names[1 if skip_first else 0 :][len(patched) :])


class FixtureManager:
    """All fixtures there are, by name; those that are nearest to a test come last."""

    def __init__(self) -> None:
        self.by_name: dict[str, list[FixtureDef]] = {}
        self._seen: set[tuple[str, int]] = set()

    def collect_from(self, holder: object, base: str, config: Any) -> None:
        """Takes up the fixtures of a module, a class's instance or a plugin."""
        if (base, id(type(holder) if not inspect.ismodule(holder) else holder)) in self._seen:
            return
        self._seen.add((base, id(type(holder) if not inspect.ismodule(holder) else holder)))
        for name in dir(holder):
            made = inspect.getattr_static(holder, name, None)
            if isinstance(made, staticmethod | classmethod):
                made = made.__func__
            if isinstance(made, FixtureFunction):
                self.add(made.options["name"] or name, made, base, config, None if inspect.ismodule(holder) else holder)

    def add(self, name: str, made: FixtureFunction, base: str, config: Any, instance: object = None) -> None:
        """Takes up one fixture."""
        scope = made.options["scope"]
        if callable(scope):
            scope = scope(fixture_name=name, config=config)
        if scope not in SCOPES:
            place = f"{base}::" if base else ""
            fail(f"Fixture '{made.function.__name__}' from {place.rstrip(':')} got an unexpected scope value '{scope}'", pytrace=False)
        found = FixtureDef(name, made, base, scope, instance)
        several = self.by_name.setdefault(name, [])
        several.insert(len([one for one in several if len(one.base) <= len(base)]), found)

    def of(self, name: str, nodeid: str) -> list[FixtureDef]:
        """The fixtures of a name that a test may use, the nearest last."""
        return [found for found in self.by_name.get(name, []) if belongs(nodeid, found.base)]

    def autouse_names(self, nodeid: str) -> list[str]:
        """The fixtures that a test gets unasked, the farthest first."""
        usable = [found for several in self.by_name.values() for found in several if belongs(nodeid, found.base)]
        automatic = [found for found in usable if found.options["autouse"]]
        return [found.argname for found in sorted(automatic, key=lambda found: len(found.base))]

    def closure(self, nodeid: str, asked: Sequence[str], marks: Sequence[Mark], given: frozenset[str]) -> list[str]:
        """All fixtures that a test needs, those of wider scope first. `given`: names that parameters answer for."""
        used = [name for mark in marks if mark.name == "usefixtures" for name in mark.args]
        names = list(dict.fromkeys([*self.autouse_names(nodeid), *used, *asked]))
        for name in names:
            names += [more for more in self._needs(name, nodeid, given, 1) if more not in names]
        return sorted(names, key=lambda name: -self._scope_rank(name, nodeid, given))

    def _needs(self, name: str, nodeid: str, given: frozenset[str], depth: int) -> list[str]:
        """What a fixture asks for; one that asks for its own name gets the next farther one."""
        found = self.of(name, nodeid)
        if name in given or len(found) < depth:
            return []
        needed: list[str] = []
        for argument in found[-depth].argnames:
            needed += self._needs(name, nodeid, given, depth + 1) if argument == name else [argument]
        return needed

    def _scope_rank(self, name: str, nodeid: str, given: frozenset[str]) -> int:
        found = self.of(name, nodeid)
        return SCOPES.index(found[-1].scope) if found and name not in given else 0


def belongs(nodeid: str, base: str) -> bool:
    """Whether a node is, or lies below, another one."""
    return base == "" or nodeid == base or nodeid.startswith((f"{base}/", f"{base}::", f"{base}["))


def yield_fixture_once(generator: Any) -> None:
    """Ends a generator's fixture. Fails if it yields a second time."""
    try:
        next(generator)
    except StopIteration:
        return
    fail(f"fixture function has more than one 'yield':\n\n{inspect.getsource(generator.gi_code)}", pytrace=False)


def call_fixture(found: FixtureDef, item: Any, values: dict[str, Any]) -> Any:
    """The value of a fixture that is not asynchronous."""
    function = found.bound_for(item)
    if not inspect.isgeneratorfunction(found.func):
        return function(**values)
    generator = function(**values)
    try:
        value = next(generator)
    except StopIteration:
        raise ValueError(f"{found.argname} did not yield a value") from None
    found.addfinalizer(partial(yield_fixture_once, generator))
    return value
