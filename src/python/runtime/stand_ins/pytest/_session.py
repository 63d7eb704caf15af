"""A whole run, from the command line to the exit status."""

import enum
import sys
import time
import traceback
import warnings
from pathlib import Path
from typing import Any

from . import _builtin
from ._async import is_async
from ._capture import Capture
from ._collect import Collector, Failure, conftest_folders, import_file
from ._config import Config
from ._fixtures import FixtureManager
from ._logs import LogHandler
from ._marks import PytestWarning, mark
from ._match import selected
from ._nodes import Function, Node
from ._outcomes import CollectError, Exit, OutcomeException, UsageError
from ._run import Report, Runner, SetupState, use_verbosity
from ._terminal import PYTEST_VERSION, Terminal
from ._trace import Style, crash, told, visible
from ._warned import collected


class ExitCode(enum.IntEnum):
    """What a run ends with."""

    OK = 0
    TESTS_FAILED = 1
    INTERRUPTED = 2
    INTERNAL_ERROR = 3
    USAGE_ERROR = 4
    NO_TESTS_COLLECTED = 5


_HOOKS = frozenset(
    {
        "pytest_addoption",
        "pytest_collection_modifyitems",
        "pytest_configure",
        "pytest_generate_tests",
        "pytest_plugins",
        "pytest_runtest_setup",
        "pytest_runtest_teardown",
        "pytest_sessionfinish",
        "pytest_sessionstart",
        "pytest_unconfigure",
    }
)
"""The hooks that a conftest.py may have."""


class PytestConfigWarning(PytestWarning):
    """A setting that nobody knows."""

    __module__ = "pytest"


class Session(Node):
    """The root of what is collected, and the state of the run."""

    def __init__(self, config: Config) -> None:
        self.session = self
        self.config = config
        super().__init__("", None, "", config.rootpath)
        self.fixtures = FixtureManager()
        self.setup_state = SetupState()
        self.capture = Capture(on=config.option.capture != "no")
        self.log_handler = LogHandler()
        self.async_mode = config.async_mode
        self.terminal = Terminal(config)
        self.items: list[Function] = []
        self.stops: list[str] = []
        """Why no further test runs."""

    def record_warning(self, message: warnings.WarningMessage, nodeid: str) -> None:
        """A warning was given."""
        self.terminal.warned(message, nodeid)

    def load_conftests(self, folder: Path) -> None:
        """Loads what concerns a folder, once."""
        load_conftests(self.config, folder)
        for conftest in self.config.conftests:
            self.fixtures.collect_from(conftest, self.config.relative(Path(conftest.__file__).parent), self.config)

    def hook(self, name: str, **arguments: Any) -> None:
        """Calls a hook of each conftest.py with those of the arguments that it asks for."""
        for conftest in self.config.conftests:
            function = getattr(conftest, name, None)
            if function is not None:
                asked = function.__code__.co_varnames[: function.__code__.co_argcount]
                function(**{key: value for key, value in arguments.items() if key in asked})


def load_conftests(config: Config, folder: Path) -> None:
    """Imports each conftest.py that concerns a folder and is not known yet. Raises UsageError for hooks that are not there."""
    for place in conftest_folders(folder, config.rootpath):
        path = place / "conftest.py"
        if not path.is_file() or any(conftest.__file__ == str(path) for conftest in config.conftests):
            continue
        # Several files have this name; each is a module of its own.
        if getattr(sys.modules.get("conftest"), "__file__", str(path)) != str(path):
            del sys.modules["conftest"]
        try:
            module = import_file(path)
        except Exception as error:
            trace = "".join(traceback.format_exception(error)).rstrip()
            raise UsageError(f"ImportError while loading conftest '{path}'.\n{trace}") from None
        for name in vars(module):
            if name.startswith("pytest_") and name not in _HOOKS and callable(getattr(module, name)):
                raise UsageError(f"Loopscope's stand-in for pytest has no hook {name!r} ({path})")
        config.conftests.append(module)


def main(args: Any = None, plugins: Any = None) -> int | ExitCode:
    """Runs tests as the command line `pytest ARGS` does. Answers the exit status."""
    if plugins:
        raise NotImplementedError("Loopscope's stand-in for pytest has no plugins")
    given = sys.argv[1:] if args is None else [str(arg) for arg in args]
    try:
        config = Config(given)
        early = config.parser.arguments.parse_known_args(given)[0].file_or_dir or [str(config.invocation_dir)]
        for arg in early:
            path = (config.invocation_dir / arg.partition("::")[0]).resolve()
            if path.exists():
                load_conftests(config, path if path.is_dir() else path.parent)
        for conftest in config.conftests:
            if hasattr(conftest, "pytest_addoption"):
                conftest.pytest_addoption(config.parser)
        config.finish()
    except UsageError as error:
        print(f"ERROR: {error}\n", file=sys.stderr)
        return ExitCode.USAGE_ERROR
    if config.option.version:
        print(f"pytest {PYTEST_VERSION}")
        return ExitCode.OK
    if config.option.help:
        config.parser.arguments.print_help()
        return ExitCode.OK
    return _Run(config).perform()


class _Run:
    def __init__(self, config: Config) -> None:
        self.config = config
        self.session = Session(config)
        self.terminal = self.session.terminal

    def perform(self) -> ExitCode:
        """The run itself."""
        started = time.perf_counter()
        terminal, session = self.terminal, self.session
        mark.strict = self.config.option.strict_markers
        endings: list[str] = []
        usage: UsageError | None = None
        use_verbosity(self.config.verbosity)
        try:
            session.hook("pytest_configure", config=self.config)
            for line in self.config.getini("markers"):
                mark.known.add(line.partition(":")[0].partition("(")[0].strip())
            terminal.header()
            session.hook("pytest_sessionstart", session=session)
            status = self._collect_and_run(endings)
        except UsageError as error:
            status, usage = ExitCode.USAGE_ERROR, error
        except Exit as error:
            status = ExitCode(error.returncode) if error.returncode in list(ExitCode) else ExitCode.INTERRUPTED
            endings.append(f"_pytest.outcomes.Exit: {error.msg}")
        except KeyboardInterrupt as error:
            status = ExitCode.INTERRUPTED
            place = crash(error, visible(error, None, Style()))
            advice = "(to show a full traceback on KeyboardInterrupt use --full-trace)"
            endings += ["KeyboardInterrupt", f"{place.path}:{place.line}: KeyboardInterrupt\n{advice}"]
        session.hook("pytest_sessionfinish", session=session, exitstatus=status)
        terminal.finish(time.perf_counter() - started, endings, with_summary=status != ExitCode.INTERNAL_ERROR)
        if usage is not None:
            for line in str(usage).split("\n"):
                print(f"ERROR: {line}" if not line.startswith("(no match") else line, file=sys.stderr)
            print(file=sys.stderr)
        session.hook("pytest_unconfigure", config=self.config)
        return status

    def _collect_and_run(self, endings: list[str]) -> ExitCode:
        terminal, session, config = self.terminal, self.session, self.config
        terminal.collecting()
        collector = Collector(session, config, session.fixtures, session.load_conftests)
        for folder in config.getini("pythonpath")[::-1]:
            sys.path.insert(0, str(config.rootpath / folder))
        session.fixtures.collect_from(_builtin, "", config)
        session.load_conftests(config.invocation_dir)
        filters = [*config.getini("filterwarnings"), *config.option.pythonwarnings]
        try:
            with collected(filters, session.record_warning, ""):
                for name in config.unknown_settings:
                    warnings.warn(PytestConfigWarning(f"Unknown config option: {name}\n"), stacklevel=1)
                session.capture.start()
                try:
                    items = collector.collect()
                finally:
                    session.capture.stop()
                    output = session.capture.take()
                items, dropped = selected(items, config.option.keyword, config.option.markexpr)
                named = [item for item in items if item.nodeid.startswith(tuple(config.option.deselect))] if config.option.deselect else []
                items = [item for item in items if item not in named]
                session.hook("pytest_collection_modifyitems", session=session, config=config, items=items)
        except UsageError:
            terminal.collected(0, 0)
            raise
        self._note_uncollected(collector, output)
        if dropped or named:
            terminal.stats["deselected"] = [*dropped, *named]
        session.items = items
        terminal.total = len(items)
        terminal.collected(collector.found, len(dropped) + len(named))
        if config.option.collectonly:
            self._list(items)
            return self._status(items)
        if collector.failures:
            plural = "" if len(collector.failures) == 1 else "s"
            endings.append(f"Interrupted: {len(collector.failures)} error{plural} during collection")
            return ExitCode.INTERRUPTED
        try:
            self._run(items, endings)
        finally:
            session.capture.stop()
        if not session.stops:
            terminal.ran()
        return self._status(items)

    def _status(self, items: list[Function]) -> ExitCode:
        stats = self.terminal.stats
        if self.terminal.stats.get("error") and self.config.option.collectonly:
            return ExitCode.INTERRUPTED
        if stats.get("failed") or stats.get("error"):
            return ExitCode.TESTS_FAILED
        return ExitCode.OK if items else ExitCode.NO_TESTS_COLLECTED

    def _run(self, items: list[Function], endings: list[str]) -> None:
        runner = Runner(self.session)
        most = self.config.option.maxfail
        for at, item in enumerate(items):
            following = items[at + 1] if at + 1 < len(items) else None
            self.terminal.started(item.nodeid, item.location)
            for report in runner.protocol(item, following):
                self.terminal.report(report)
                failures = len(self.terminal.stats.get("failed", [])) + len(self.terminal.stats.get("error", []))
                if most and failures >= most and not self.session.stops:
                    self.session.stops.append(f"stopping after {failures} failures")
            if self.session.stops:
                endings += self.session.stops
                return

    def _note_uncollected(self, collector: Collector, output: Any) -> None:
        sections = [(f"Captured {name}", text) for name, text in zip(("stdout", "stderr"), output, strict=True) if text]
        for failure in collector.failures:
            report = Report(failure.nodeid, (failure.nodeid, 0, failure.nodeid), "collect", "failed", 0)
            report.lines = _collect_failure(failure, self.config.style)
            error = failure.error
            if not isinstance(error, ImportError | SyntaxError | CollectError | UsageError | OutcomeException):
                report.place = crash(error, visible(error, None, self.config.style))
            report.sections = sections
            self.terminal.stats.setdefault("error", []).append(report)
        for nodeid, error in collector.skipped:
            place = crash(error, visible(error, None, self.config.style))
            report = Report(nodeid, (nodeid, 0, nodeid), "collect", "skipped", 0)
            report.skipped = place.path, place.line, f"Skipped: {error.msg}"
            self.terminal.stats.setdefault("skipped", []).append(report)

    def _list(self, items: list[Function]) -> None:
        terminal = self.terminal
        if terminal.verbosity < 0:
            for item in items:
                terminal.line(item.nodeid)
            return
        if items:
            terminal.line()
        shown: list[Node] = []
        for item in items:
            chain = [node for node in item.listchain() if node is not self.session]
            root = [] if self.config.rootpath.name == "" else [Node(self.config.rootpath.name, None, "", self.config.rootpath)]
            if not shown and root:
                terminal.line(f"<Dir {root[0].name}>")
            same = 0
            while same < min(len(shown), len(chain)) and shown[same] is chain[same]:
                same += 1
            for depth, node in enumerate(chain):
                if depth >= same:
                    kind = "Coroutine" if isinstance(node, Function) and _is_coroutine(node, self.session) else type(node).__name__
                    terminal.line(f"{'  ' * (depth + 1)}<{kind} {node.name}>")
            shown = chain


def _is_coroutine(item: Function, session: Session) -> bool:
    return is_async(item.function) and (session.async_mode.mode == "auto" or item.get_closest_marker("asyncio") is not None)


def _collect_failure(failure: Failure, style: Style) -> list[str]:
    error = failure.error
    if isinstance(error, ImportError):
        short = told(error, None, Style("short"))
        return [
            f"ImportError while importing test module '{failure.path}'.",
            "Hint: make sure your test modules/packages have valid Python names.",
            "Traceback:",
            *short,
        ]
    if isinstance(error, CollectError | UsageError) or (isinstance(error, OutcomeException) and not error.pytrace):
        return str(error).split("\n")
    return told(error, None, Style("short" if style.form == "auto" else style.form, style.show_locals, style.whole))


def console_main() -> int:
    """What the command `pytest` runs."""
    return int(main())
