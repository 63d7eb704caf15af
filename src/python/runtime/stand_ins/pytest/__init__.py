"""pytest, in small: it collects tests, runs them, asynchronous ones as pytest-asyncio does, and prints what pytest prints."""

from . import _terminal
from ._approx import approx
from ._builtin import TempPathFactory
from ._capture import CaptureFixture
from ._config import Config, Parser
from ._fixtures import FixtureDef, fixture
from ._logs import LogCaptureFixture
from ._marks import (
    Mark,
    MarkDecorator,
    MarkGenerator,
    PytestCollectionWarning,
    PytestRemovedIn9Warning,
    PytestReturnNotNoneWarning,
    PytestUnknownMarkWarning,
    PytestWarning,
    mark,
    param,
)
from ._monkeypatch import MonkeyPatch
from ._nodes import Class, Dir, Function, Module
from ._nodes import Function as Item
from ._outcomes import UsageError, exit, fail, importorskip, skip, xfail
from ._params import Metafunc
from ._raises import ExceptionInfo, RaisesExc, raises
from ._request import FixtureLookupError
from ._request import Request as FixtureRequest
from ._session import ExitCode, PytestConfigWarning, Session, console_main, main
from ._warned import WarningsRecorder, deprecated_call, warns

__all__ = [
    "CaptureFixture",
    "Class",
    "Config",
    "Dir",
    "ExceptionInfo",
    "ExitCode",
    "FixtureDef",
    "FixtureLookupError",
    "FixtureRequest",
    "Function",
    "Item",
    "LogCaptureFixture",
    "Mark",
    "MarkDecorator",
    "MarkGenerator",
    "Metafunc",
    "Module",
    "MonkeyPatch",
    "Parser",
    "PytestCollectionWarning",
    "PytestConfigWarning",
    "PytestRemovedIn9Warning",
    "PytestReturnNotNoneWarning",
    "PytestUnknownMarkWarning",
    "PytestWarning",
    "RaisesExc",
    "Session",
    "TempPathFactory",
    "UsageError",
    "WarningsRecorder",
    "__version__",
    "approx",
    "console_main",
    "deprecated_call",
    "exit",
    "fail",
    "fixture",
    "importorskip",
    "main",
    "mark",
    "param",
    "raises",
    "skip",
    "warns",
    "xfail",
]
__version__ = _terminal.PYTEST_VERSION


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for pytest has no {name!r}")
