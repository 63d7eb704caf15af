"""pytest-asyncio, in small: its decorator for fixtures; tests are run by the stand-in for pytest."""

from collections.abc import Iterable
from typing import Any

from pytest import _async
from pytest._fixtures import decorated

__all__ = ["fixture"]
__version__ = _async.VERSION


def fixture(
    fixture_function: Any = None,
    *,
    scope: Any = "function",
    params: Iterable[object] | None = None,
    autouse: bool = False,
    ids: Any = None,
    name: str | None = None,
    loop_scope: str | None = None,
) -> Any:
    """As `pytest.fixture`, for coroutines and asynchronous generators in every mode."""
    options = {"scope": scope, "params": None if params is None else list(params), "autouse": autouse, "ids": ids, "name": name}
    options["loop_scope"], options["asyncio"] = loop_scope, True
    return decorated(fixture_function, options)


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for pytest_asyncio has no {name!r}")
