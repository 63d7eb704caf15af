"""Runs tests one after the other: each is set up, called and torn down, and each of that is reported."""

import inspect
import logging
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from . import _explain
from ._config import Config
from ._fixtures import raise_all
from ._marks import Mark, PytestReturnNotNoneWarning, conditions_of, evaluate_condition
from ._nodes import Function, Node
from ._outcomes import Exit, OutcomeException, Skipped, XFailed, fail
from ._request import FixtureLookupError, fill
from ._trace import Place, crash, told, visible
from ._unittest import TestCaseFunction
from ._warned import collected


class SetupState:
    """The nodes that are set up now, the outermost first, and what is to be done when each ends."""

    def __init__(self) -> None:
        self._stack: dict[Node, list[Callable[[], object]]] = {}

    def setup(self, item: Function) -> None:
        """Takes up a test and the nodes around it."""
        for node in item.listchain():
            self._stack.setdefault(node, [])

    def addfinalizer(self, finalizer: Callable[[], object], node: Node, last: bool = False) -> None:
        """What to do when a node ends: before all that was said earlier, or as the last thing."""
        finalizers = self._stack[node]
        finalizers.insert(0 if last else len(finalizers), finalizer)

    def teardown(self, following: Function | None) -> None:
        """Ends the nodes that the next test does not need."""
        needed = [] if following is None else following.listchain()
        errors: list[BaseException] = []
        while self._stack and list(self._stack) != needed[: len(self._stack)]:
            node, finalizers = self._stack.popitem()
            of_node: list[BaseException] = []
            while finalizers:
                try:
                    finalizers.pop()()
                except KeyboardInterrupt, Exit:
                    raise
                except BaseException as error:
                    of_node.append(error)
            if of_node:
                errors.append(of_node[0] if len(of_node) == 1 else BaseExceptionGroup(f"errors while tearing down {node!r}", of_node[::-1]))
        raise_all(errors[::-1], "errors during test teardown")


@dataclass
class Report:
    """How one phase of a test went."""

    nodeid: str
    location: tuple[str, int, str]
    when: str
    outcome: str
    duration: float
    lines: list[str] = field(default_factory=list)
    """What is told of a failure."""
    place: Place | None = None
    skipped: tuple[str, int, str] | None = None
    """Where and why."""
    wasxfail: str | None = None
    sections: list[tuple[str, str]] = field(default_factory=list)
    folds: bool = False
    """Whether the skip is a mark's, whose line says nothing."""

    @property
    def passed(self) -> bool:
        """Whether it went well."""
        return self.outcome == "passed"

    @property
    def failed(self) -> bool:
        """Whether it failed."""
        return self.outcome == "failed"


@dataclass
class _Xfail:
    reason: str
    run: bool
    strict: bool
    raises: Any


class Runner:
    """Runs the tests of a session."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.config: Config = session.config

    def protocol(self, item: Function, following: Function | None) -> Iterator[Report]:
        """Runs a test; gives its reports as they come."""
        filters = [*self.config.getini("filterwarnings"), *self.config.option.pythonwarnings]
        filters += [text for mark in list(item.iter_markers("filterwarnings"))[::-1] for text in mark.args]
        with collected(filters, self.session.record_warning, item.nodeid):
            sections: list[tuple[str, str]] = []
            state: dict[str, _Xfail | None] = {"xfail": None}
            setup = self._phase(item, "setup", sections, state, lambda: self._setup(item, state))
            yield setup
            if setup.passed and not setup.wasxfail:
                yield self._phase(item, "call", sections, state, lambda: self._call(item, state))
            if self.session.stops:
                following = None
            yield self._phase(item, "teardown", sections, state, lambda: self._teardown(item, following))
            item.funcargs = {}
            item.instance = None

    def _phase(self, item: Function, when: str, sections: list, state: dict[str, _Xfail | None], work: Callable[[], None]) -> Report:
        started = time.perf_counter()
        error: BaseException | None = None
        with self._captured(when, sections):
            try:
                work()
            except KeyboardInterrupt, Exit:
                raise
            except BaseException as raised:
                error = raised
        report = self._report(item, when, error, state["xfail"])
        report.duration = time.perf_counter() - started
        report.sections = list(sections)
        return report

    @contextmanager
    def _captured(self, when: str, sections: list[tuple[str, str]]) -> Iterator[None]:
        handler = self.session.log_handler
        handler.records.clear()
        root = logging.getLogger()
        root.addHandler(handler)
        self.session.capture.start()
        try:
            yield
        finally:
            self.session.capture.stop()
            root.removeHandler(handler)
            out, err = self.session.capture.take()
            texts = (("stdout", out), ("stderr", err), ("log", handler.text))
            sections += [(f"Captured {name} {when}", text) for name, text in texts if text]

    def _setup(self, item: Function, state: dict[str, _Xfail | None]) -> None:
        for mark in item.iter_markers("skip"):
            raise Skipped(_skip_reason(mark), at_item=True)
        names = {**item.function.__globals__, "config": self.config}
        for mark in item.iter_markers("skipif"):
            reason = _reason_if_true(mark, names, "skipif")
            if reason is not None:
                raise Skipped(reason, at_item=True)
        state["xfail"] = expected = None if self.config.option.runxfail else _expected_failure(item, names, self.config)
        if expected is not None and not expected.run:
            raise XFailed(f"[NOTRUN] {expected.reason}")
        self.session.setup_state.setup(item)
        if item.cls is not None and not isinstance(item, TestCaseFunction):
            item.instance = item.cls()
        for conftest in self.config.conftests:
            hook = getattr(conftest, "pytest_runtest_setup", None)
            if hook is not None:
                hook(item)
        fill(item)

    def _call(self, item: Function, state: dict[str, _Xfail | None]) -> None:
        if isinstance(item, TestCaseFunction):
            item.run_case(item.cls)
            return
        function = item.obj if item.instance is None else getattr(item.instance, item.originalname)
        values = {name: item.funcargs[name] for name in item.argnames}
        result = self.session.async_mode.call(item, function, values)
        if inspect.isawaitable(result):
            fail("async def functions are not natively supported.", pytrace=False)
        if result is not None:
            link = "https://docs.pytest.org/en/stable/how-to/assert.html#return-not-none"
            warnings.warn(
                PytestReturnNotNoneWarning(
                    f"Test functions should return None, but {item.nodeid} returned {type(result)!r}.\n"
                    f"Did you mean to use `assert` instead of `return`?\nSee {link} for more information."
                ),
                stacklevel=1,
            )
        if state["xfail"] is None and not self.config.option.runxfail:
            state["xfail"] = _expected_failure(item, item.function.__globals__, self.config)

    def _teardown(self, item: Function, following: Function | None) -> None:
        for conftest in self.config.conftests:
            hook = getattr(conftest, "pytest_runtest_teardown", None)
            if hook is not None:
                hook(item)
        self.session.setup_state.teardown(following)

    def _report(self, item: Function, when: str, error: BaseException | None, expected: _Xfail | None) -> Report:
        report = Report(item.nodeid, item.location, when, "passed" if error is None else "failed", 0)
        if isinstance(error, Skipped):
            report.outcome = "skipped"
            report.skipped = self._where_skipped(item, error)
            own = hasattr(item.function, "pytestmark")
            report.folds = when == "setup" and not own and item.get_closest_marker("skip") is not None
        elif isinstance(error, XFailed) and not self.config.option.runxfail:
            report.outcome, report.wasxfail = "skipped", error.msg
        elif expected is not None and error is not None and (expected.raises is None or isinstance(error, expected.raises)):
            report.outcome, report.wasxfail = "skipped", expected.reason
        elif expected is not None and error is None and when == "call":
            report.wasxfail = None if expected.strict else expected.reason
            if expected.strict:
                report.outcome, report.lines = "failed", [f"[XPASS(strict)] {expected.reason}"]
                report.place = Place(str(item.path), item.location[1] + 1, report.lines[0])
        if error is not None and not isinstance(error, Skipped):
            report.lines = self.failure_lines(error, item)
            report.place = self._crash(error, item)
        return report

    def failure_lines(self, error: BaseException, item: Function) -> list[str]:
        """What is told of a failure."""
        style = self.config.style
        if isinstance(error, FixtureLookupError):
            return error.lines()
        if isinstance(error, OutcomeException) and not error.pytrace:
            return str(error).split("\n")
        return told(error, item.code, style)

    def _crash(self, error: BaseException, item: Function) -> Place | None:
        if isinstance(error, FixtureLookupError):
            return None
        return crash(error, visible(error, item.code, self.config.style))

    def _where_skipped(self, item: Function, error: Skipped) -> tuple[str, int, str]:
        reason = f"Skipped: {error.msg}" if error.msg else "Skipped"
        if error.at_item:
            return str(item.path), item.location[1] + 1, reason
        place = crash(error, visible(error, item.code, self.config.style))
        return place.path, place.line, reason


def _skip_reason(mark: Mark) -> str:
    unknown = set(mark.kwargs) - {"reason"}
    if unknown or len(mark.args) > 1:
        raise TypeError(f"Mark.skip() got unexpected arguments {sorted(unknown)} - maybe you meant pytest.mark.skipif?")
    return str(mark.args[0] if mark.args else mark.kwargs.get("reason", "unconditional skip"))


def _reason_if_true(mark: Mark, names: dict[str, object], what: str) -> str | None:
    """The reason of a mark one of whose conditions is true; None if none is."""
    for condition in conditions_of(mark):
        if evaluate_condition(condition, names):
            if "reason" in mark.kwargs:
                return mark.kwargs["reason"]
            if isinstance(condition, str):
                return f"condition: {condition}"
            fail("Error evaluating '" + what + "': you need to specify reason=STRING when using booleans as conditions.", pytrace=False)
    return None


def _expected_failure(item: Function, names: dict[str, object], config: Config) -> _Xfail | None:
    for mark in item.iter_markers("xfail"):
        options = mark.kwargs
        strict = options.get("strict", config.getini("xfail_strict"))
        rest = options.get("run", True), strict, options.get("raises")
        if not list(conditions_of(mark)):
            return _Xfail(options.get("reason", ""), *rest)
        reason = _reason_if_true(mark, names, "xfail")
        if reason is not None:
            return _Xfail(reason, *rest)
    return None


def use_verbosity(verbosity: int) -> None:
    """Tells how much failed assertions say."""
    _explain.verbosity = verbosity
