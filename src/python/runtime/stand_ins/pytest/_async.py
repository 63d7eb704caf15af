"""Tests and fixtures that are coroutines, as pytest-asyncio runs them: each scope has a loop of its own."""

import asyncio
import contextvars
import functools
import inspect
from collections.abc import Callable
from typing import Any, NoReturn

from ._fixtures import FixtureDef
from ._marks import PytestRemovedIn9Warning
from ._nodes import Function, scope_node
from ._outcomes import UsageError, fail

VERSION = "1.3.0"
_UNHANDLED = """async def functions are not natively supported.
You need to install a suitable plugin for your async framework, for example:
  - anyio
  - pytest-asyncio
  - pytest-tornasync
  - pytest-trio
  - pytest-twisted"""


def is_async(function: Callable) -> bool:
    """Whether a function makes coroutines or asynchronous generators."""
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)


class AsyncMode:
    """Whether all coroutines are pytest-asyncio's to run (auto), or those only that say so (strict)."""

    def __init__(self, mode: str, debug: bool, fixture_scope: str | None, test_scope: str) -> None:
        if mode not in ("auto", "strict"):
            raise UsageError(f"{mode!r} is not a valid asyncio_mode. Valid modes: auto, strict.")
        self.mode = mode
        self.debug = debug
        self.fixture_scope = fixture_scope
        self.test_scope = test_scope
        self._runners: dict[object, asyncio.Runner] = {}
        self._contexts: dict[object, contextvars.Context] = {}

    @property
    def header(self) -> str:
        """The line that tells it."""
        scopes = f"asyncio_default_fixture_loop_scope={self.fixture_scope}, asyncio_default_test_loop_scope={self.test_scope}"
        return f"asyncio: mode=Mode.{self.mode.upper()}, debug={self.debug}, {scopes}"

    def call(self, item: Function, function: Callable, values: dict[str, Any]) -> object:
        """Runs a test."""
        if not is_async(item.function):
            return function(**values)
        mark = item.get_closest_marker("asyncio")
        if mark is None and self.mode == "strict":
            fail(_UNHANDLED, pytrace=False)
        if inspect.isasyncgenfunction(item.function):
            fail(f"Tests based on asynchronous generators are not supported. {item.name} will be ignored.", pytrace=False)
        scope = self.test_scope if mark is None else _loop_scope(mark.kwargs, mark.args) or self.test_scope
        self._runner(item, scope).run(function(**values), context=self._contexts[self._key(item, scope)])
        return None

    def fixture_value(self, request: Any, found: FixtureDef, values: dict[str, Any], make: Callable[[], Any]) -> Any:
        """The value of a fixture, however it is made."""
        if not is_async(found.func):
            return make()
        if not (self.mode == "auto" or found.options["asyncio"]):
            _complain_of_unhandled(request, found)
        scope = found.options["loop_scope"] or self.fixture_scope or found.scope
        runner = self._runner(request.item, scope)
        context = self._contexts[self._key(request.item, scope)]
        bound = found.bound_for(request.item)
        if not inspect.isasyncgenfunction(found.func):
            return runner.run(bound(**values), context=context)
        generator = bound(**values)

        async def setup() -> Any:
            try:
                return await anext(generator)
            except StopAsyncIteration:
                raise ValueError(f"{found.argname} did not yield a value") from None

        async def finalize() -> None:
            try:
                await anext(generator)
            except StopAsyncIteration:
                return
            raise ValueError("Async generator fixture didn't stop. Yield only once.")

        value = runner.run(setup(), context=context)
        found.addfinalizer(lambda: runner.run(finalize(), context=context))
        return value

    @staticmethod
    def _key(item: Function, scope: str) -> object:
        return scope_node(item, scope), scope

    def _runner(self, item: Function, scope: str) -> asyncio.Runner:
        """The runner of a scope, which ends with it."""
        key = self._key(item, scope)
        if key not in self._runners:
            runner = asyncio.Runner(debug=self.debug or None)
            self._runners[key] = runner
            self._contexts[key] = contextvars.copy_context()
            runner.get_loop()
            item.session.setup_state.addfinalizer(functools.partial(self._close, key), key[0], last=True)
        return self._runners[key]

    def _close(self, key: object) -> None:
        self._contexts.pop(key)
        self._runners.pop(key).close()


def _complain_of_unhandled(request: Any, found: FixtureDef) -> NoReturn:
    link = "https://docs.pytest.org/en/stable/deprecations.html#sync-test-depending-on-async-fixture"
    automatic = " with autouse=True" if found.options["autouse"] else ""
    raise PytestRemovedIn9Warning(
        f"{request.item.name!r} requested an async fixture {found.argname!r}{automatic}, with no plugin or hook that handled it. "
        "This is usually an error, as pytest does not natively support it. "
        f"This will turn into an error in pytest 9.\nSee: {link}"
    )


def _loop_scope(options: dict[str, Any], args: tuple) -> str | None:
    if args:
        raise ValueError("mark.asyncio accepts only a keyword argument 'loop_scope'.")
    unknown = set(options) - {"loop_scope", "scope"}
    if unknown:
        raise ValueError(f"mark.asyncio accepts only a keyword argument 'loop_scope', not {', '.join(sorted(unknown))}.")
    return options.get("loop_scope", options.get("scope"))
