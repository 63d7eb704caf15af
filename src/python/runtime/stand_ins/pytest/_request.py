"""Fixtures at work: who asks for what, values that are kept as long as their scope lasts, and their ends."""

import inspect
from collections.abc import Callable
from functools import partial
from typing import Any

from ._fixtures import SCOPES, FixtureDef, call_fixture
from ._nodes import Function, Node, scope_node
from ._outcomes import fail


class FixtureLookupError(LookupError):
    """A fixture was asked for that does not exist, or not here."""

    def __init__(self, name: str, request: Request, message: str | None = None) -> None:
        super().__init__(name)
        self.name = name
        self.request = request
        self.message = message

    def lines(self) -> list[str]:
        """What is told instead of a traceback."""
        askers = [*self.request.chain, None]
        lines: list[str] = []
        item = self.request.item
        functions = [found.func for found in self.request.chain] or [item.function]
        for function in functions:
            code = function.__code__
            lines.append(f"file {code.co_filename}, line {code.co_firstlineno}")
            lines += [f"  {line}" for line in _head(function)]
        if self.message is not None:
            lines.append(f"E       {self.message}")
        else:
            manager = item.session.fixtures
            usable = sorted(name for name in manager.by_name if manager.of(name, item.nodeid))
            lines.append(f"E       fixture '{self.name}' not found")
            lines.append(f">       available fixtures: {', '.join(usable)}")
            lines.append(">       use 'pytest --fixtures [testpath]' for help on them.")
        code = (functions[0] if askers else item.function).__code__
        return [*lines, "", f"{code.co_filename}:{code.co_firstlineno}"]


def _head(function: Callable) -> list[str]:
    lines = []
    for line in inspect.getsourcelines(function)[0]:
        lines.append(line.rstrip())
        if line.lstrip().startswith(("def", "async def")):
            break
    return lines


class Request:
    """What a fixture or a test knows about who asks for it: `request`."""

    def __init__(self, item: Function, scope: str = "function", chain: tuple[FixtureDef, ...] = ()) -> None:
        self.item = item
        self.scope = scope
        self.chain = chain
        """The fixtures on whose behalf it is asked, the outermost first."""

    @property
    def fixturename(self) -> str | None:
        """The fixture whose request this is."""
        return self.chain[-1].argname if self.chain else None

    @property
    def node(self) -> Node:
        """The node whose end is the fixture's."""
        return scope_node(self.item, self.scope)

    @property
    def config(self) -> Any:
        """pytest's configuration."""
        return self.item.config

    @property
    def session(self) -> Any:
        """The run."""
        return self.item.session

    @property
    def function(self) -> Any:
        """The test function."""
        if self.scope != "function":
            raise AttributeError(f"function not available in {self.scope}-scoped context")
        return self.item.obj

    @property
    def cls(self) -> Any:
        """The test's class, if it has one."""
        if self.scope not in ("class", "function"):
            raise AttributeError(f"cls not available in {self.scope}-scoped context")
        return self.item.cls

    @property
    def instance(self) -> Any:
        """The object whose method the test is."""
        return self.item.instance if self.scope == "function" else None

    @property
    def module(self) -> Any:
        """The test's module."""
        if self.scope not in ("function", "class", "module"):
            raise AttributeError(f"module not available in {self.scope}-scoped context")
        return self.item.module

    @property
    def path(self) -> Any:
        """The test's file."""
        return self.item.path

    @property
    def keywords(self) -> dict[str, Any]:
        """The node's."""
        return self.node.keywords

    @property
    def fixturenames(self) -> list[str]:
        """All fixtures of the test."""
        return list(self.item.fixturenames)

    @property
    def param(self) -> Any:
        """The parameter that this fixture is made for."""
        call = self.item.callspec
        if not self.chain or call is None or self.chain[-1].argname not in call.params:
            raise AttributeError(f"{self!r} has no attribute 'param'")
        return call.params[self.chain[-1].argname]

    def addfinalizer(self, finalizer: Callable[[], object]) -> None:
        """What to do when what was asked for goes away."""
        if self.chain:
            self.chain[-1].addfinalizer(finalizer)
        else:
            self.item.addfinalizer(finalizer)

    def applymarker(self, marker: Any) -> None:
        """Marks the node."""
        self.node.add_marker(marker)

    def raiseerror(self, msg: str | None) -> None:
        """Says that a fixture cannot be had."""
        raise FixtureLookupError(self.fixturename or "", self, msg)

    def getfixturevalue(self, argname: str) -> Any:
        """The value of a fixture."""
        return self.value_of(argname)

    def value_of(self, name: str) -> Any:
        """The value of what is asked for by a name; made, if it isn't there."""
        if name == "request":
            return self
        item = self.item
        call = item.callspec
        depth = 1 + sum(1 for found in self.chain if found.argname == name)
        if call is not None and name in call.direct and depth == 1:
            return call.params[name]
        found = item.session.fixtures.of(name, item.nodeid)
        if name in (one.argname for one in self.chain) and (not found or found[-1] in self.chain) and len(found) < depth:
            raise FixtureLookupError(name, self, f"recursive dependency involving fixture '{name}' detected")
        if len(found) < depth:
            raise FixtureLookupError(name, self)
        return self._make(found[-depth])

    def _make(self, found: FixtureDef) -> Any:
        item = self.item
        call = item.callspec
        if found.params is not None and (call is None or found.argname not in call.params):
            _complain_of_missing_parameter(found, item)
        scope = call.scopes.get(found.argname, found.scope) if call is not None and found.params is None else found.scope
        if SCOPES.index(scope) < SCOPES.index(self.scope):
            asked = "\n".join(f"  {one.base or 'pytest'}:  def {one.argname}" for one in (*self.chain, found))
            fail(
                f"ScopeMismatch: You tried to access the {scope} scoped fixture {found.argname} "
                f"with a {self.scope} scoped request object. Requesting fixture stack:\n{asked}",
                pytrace=False,
            )
        request = Request(item, scope, (*self.chain, found))
        key = call.params[found.argname] if call is not None and found.argname in call.params else None
        values = {}
        for name in found.argnames:
            values[name] = request.value_of(name)
            for other in item.session.fixtures.of(name, item.nodeid):
                if other is not found and other.cached is not None:
                    other.addfinalizer(found.finish)
        if found.cached is not None:
            if found.cached[0] is key or _equal(found.cached[0], key):
                if found.cached[2] is not None:
                    raise found.cached[2]
                return found.cached[1]
            found.finish()
        item.session.setup_state.addfinalizer(found.finish, request.node)
        try:
            value = item.session.async_mode.fixture_value(request, found, values, partial(call_fixture, found, item, values))
        except BaseException as error:
            found.cached = key, None, error
            raise
        found.cached = key, value, None
        return value

    def __repr__(self) -> str:
        if self.chain:
            return f"<SubRequest {self.fixturename!r} for {self.node!r}>"
        return f"<FixtureRequest for {self.node!r}>"


def _equal(one: object, other: object) -> bool:
    try:
        return bool(one == other)
    except Exception:
        return False


def _complain_of_missing_parameter(found: FixtureDef, item: Function) -> None:
    code = found.func.__code__
    fail(
        f"The requested fixture has no parameter defined for test:\n    {item.nodeid}\n\n"
        f"Requested fixture '{found.argname}' defined in:\n{code.co_filename}:{code.co_firstlineno}",
        pytrace=False,
    )


def fill(item: Function) -> None:
    """Makes all fixtures that a test needs."""
    request = Request(item)
    for name in item.fixturenames:
        if name not in item.funcargs:
            item.funcargs[name] = request.value_of(name)
