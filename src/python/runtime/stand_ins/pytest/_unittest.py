"""Tests of `unittest` classes, run as pytest does: each method is a test."""

import unittest
from collections.abc import Callable
from typing import Any

from ._nodes import Function
from ._outcomes import Skipped, XFailed


class _Result(unittest.TestResult):
    """Keeps what one test raised."""

    def __init__(self) -> None:
        super().__init__()
        self.error: BaseException | None = None

    def addError(self, test: Any, err: Any) -> None:
        """As of every result."""
        self.error = self.error or err[1]

    def addFailure(self, test: Any, err: Any) -> None:
        """As of every result."""
        self.addError(test, err)

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:
        """As of every result."""
        if err is not None:
            self.error = self.error or err[1]

    def addSkip(self, test: Any, reason: str) -> None:
        """As of every result."""
        self.error = Skipped(reason, at_item=True)

    def addExpectedFailure(self, test: Any, err: Any) -> None:
        """As of every result."""
        self.error = XFailed("")

    def addUnexpectedSuccess(self, test: Any) -> None:
        """As of every result."""
        self.error = AssertionError("Unexpected success")


class TestCaseFunction(Function):
    """One method of a `unittest.TestCase`."""

    @property
    def argnames(self) -> tuple[str, ...]:
        """It asks for no fixtures."""
        return ()

    def run_case(self, case_class: Callable) -> None:
        """Runs it, with its `setUp` and `tearDown`. Raises what it raised."""
        result = _Result()
        case_class(self.originalname).run(result)
        if result.error is not None:
            raise result.error
