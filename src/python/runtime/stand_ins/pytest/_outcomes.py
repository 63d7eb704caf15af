"""How a test says how it went, besides returning: exceptions that no `except Exception` catches."""

import importlib
import re
import sys
import warnings
from typing import NoReturn


class OutcomeException(BaseException):
    """A test is over, for a reason."""

    def __init__(self, msg: str | None = None, pytrace: bool = True) -> None:
        if msg is not None and not isinstance(msg, str):
            raise TypeError(f"{type(self).__name__} expected string as 'msg' parameter, got '{type(msg).__name__}' instead.")
        super().__init__(msg)
        self.msg = msg
        self.pytrace = pytrace

    def __repr__(self) -> str:
        return self.msg if self.msg is not None else f"<{type(self).__name__} instance>"

    __str__ = __repr__


class Skipped(OutcomeException):
    """A test, or a module, is not to run."""

    __module__ = "builtins"

    def __init__(self, msg: str | None = None, pytrace: bool = True, allow_module_level: bool = False, at_item: bool = False) -> None:
        super().__init__(msg, pytrace)
        self.allow_module_level = allow_module_level
        self.at_item = at_item
        """Whether the place to name is the test's, not that of the call."""


class Failed(OutcomeException):
    """A test has failed."""

    __module__ = "builtins"


class XFailed(Failed):
    """A test has failed as was expected."""


class Exit(Exception):
    """All tests are over."""

    def __init__(self, msg: str = "unknown reason", returncode: int | None = None) -> None:
        super().__init__(msg)
        self.msg = msg
        self.returncode = returncode


class UsageError(Exception):
    """pytest was called in a way that it does not understand."""


class CollectError(Exception):
    """A file holds something that cannot be collected."""


def fail(reason: str = "", pytrace: bool = True) -> NoReturn:
    """Fails the test that runs."""
    __tracebackhide__ = True
    raise Failed(msg=reason, pytrace=pytrace)


def skip(reason: str = "", *, allow_module_level: bool = False) -> NoReturn:
    """Skips the rest of the test that runs, or of a module if that is allowed."""
    __tracebackhide__ = True
    raise Skipped(msg=reason, allow_module_level=allow_module_level)


def xfail(reason: str = "") -> NoReturn:
    """Ends the test that runs: it fails, and was expected to."""
    __tracebackhide__ = True
    raise XFailed(reason)


def exit(reason: str = "", returncode: int | None = None) -> NoReturn:
    """Ends the whole run."""
    __tracebackhide__ = True
    raise Exit(reason, returncode)


def importorskip(
    modname: str, minversion: str | None = None, reason: str | None = None, *, exc_type: type[ImportError] = ImportError
) -> object:
    """A module; the test or module that asks is skipped if it cannot be imported, or is too old."""
    __tracebackhide__ = True
    complaint = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            importlib.import_module(modname)
        except exc_type as error:
            complaint = f"could not import {modname!r}: {error}" if reason is None else reason
    if complaint is not None:
        raise Skipped(complaint, allow_module_level=True)
    module = sys.modules[modname]
    if minversion is not None:
        version = getattr(module, "__version__", None)
        if version is None or _parts(version) < _parts(minversion):
            complaint = f"module {modname!r} has __version__ {version!r}, required is: {minversion!r}" if reason is None else reason
            raise Skipped(complaint, allow_module_level=True)
    return module


def _parts(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]
