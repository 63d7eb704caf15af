"""`setup_module`, `setup_method` and the like: functions with these names are fixtures that every test gets unasked."""

import inspect
from collections.abc import Callable
from typing import Any

from ._config import Config
from ._fixtures import FixtureFunction, FixtureManager

_OF_MODULES = (
    ("module", ("setup_module", "setUpModule"), ("teardown_module", "tearDownModule")),
    ("function", ("setup_function",), ("teardown_function",)),
)
_OF_CLASSES = (("class", ("setup_class",), ("teardown_class",)), ("function", ("setup_method",), ("teardown_method",)))


def add_xunit_fixtures(holder: Any, nodeid: str, fixtures: FixtureManager, config: Config) -> None:
    """Takes up such functions of a module, or methods of a class's instance."""
    in_module = inspect.ismodule(holder)
    for scope, setups, teardowns in _OF_MODULES if in_module else _OF_CLASSES:
        setup, teardown = _first(holder, setups), _first(holder, teardowns)
        if setup is None and teardown is None:
            continue
        made = _of_module(scope, setup, teardown) if in_module else _of_class(scope, setups[0], teardowns[0])
        options = {"scope": scope, "params": None, "autouse": True, "ids": None, "name": None, "loop_scope": None, "asyncio": False}
        name = f"_xunit_setup_{scope}_fixture_{nodeid}"
        fixtures.add(name, FixtureFunction(made, options), nodeid, config, None)


def _first(holder: Any, names: tuple[str, ...]) -> Callable | None:
    return next((function for name in names if callable(function := getattr(holder, name, None))), None)


def _call(function: Callable | None, *args: Any) -> None:
    if function is not None:
        function(*args[: len(inspect.signature(function).parameters)])


def _of_module(scope: str, setup: Callable | None, teardown: Callable | None) -> Callable:
    def fixture(request: Any) -> Any:
        if scope == "function" and request.cls is not None:
            yield
            return
        given = request.module if scope == "module" else request.function
        _call(setup, given)
        yield
        _call(teardown, given)

    return fixture


def _of_class(scope: str, setup: str, teardown: str) -> Callable:
    def fixture(request: Any) -> Any:
        owner = request.cls if scope == "class" else request.instance
        given = request.cls if scope == "class" else request.function
        _call(getattr(owner, setup, None), given)
        yield
        _call(getattr(owner, teardown, None), given)

    return fixture
