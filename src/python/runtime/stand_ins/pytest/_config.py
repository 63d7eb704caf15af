"""The command line and the configuration files."""

import argparse
import configparser
import os
import shlex
import sys
import tomllib
from pathlib import Path
from typing import Any, NoReturn

from ._async import AsyncMode
from ._marks import NOT_SET
from ._outcomes import UsageError
from ._trace import Style

_DEFAULTS: dict[str, Any] = {
    "addopts": "",
    "asyncio_debug": "false",
    "asyncio_default_fixture_loop_scope": None,
    "asyncio_default_test_loop_scope": "function",
    "asyncio_mode": "strict",
    "filterwarnings": "",
    "markers": "",
    "norecursedirs": "*.egg .* _darcs build CVS dist node_modules venv {arch}",
    "python_classes": "Test",
    "python_files": "test_*.py *_test.py",
    "python_functions": "test",
    "pythonpath": "",
    "testpaths": "",
    "xfail_strict": "false",
}
"""The settings of configuration files, and what they are unless given."""

_LINES = ("filterwarnings", "markers")
"""Settings that have one value a line."""

_TRUE = ("1", "true", "yes", "on", "t", "y")
_LACKING = frozenset(
    {
        "--cache-show",
        "--cov",
        "--debug",
        "--doctest-modules",
        "--durations",
        "--failed-first",
        "--ff",
        "--fixtures",
        "--junitxml",
        "--last-failed",
        "--lf",
        "--markers",
        "--new-first",
        "--nf",
        "--numprocesses",
        "--pdb",
        "--pyargs",
        "--setup-only",
        "--setup-plan",
        "--setup-show",
        "--stepwise",
        "--sw",
        "--timeout",
        "--trace",
        "-c",
        "-n",
        "-p",
    }
)
"""Options of pytest, or of plugins that are often there, which are refused by name."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.format_usage()}{self.prog}: error: {message}{self.epilog or ''}")


class Parser:
    """The options: pytest's own, and those that `pytest_addoption` adds."""

    def __init__(self) -> None:
        self.ini = dict(_DEFAULTS)
        parser = _Parser(prog="pytest", usage="pytest [options] [file_or_dir] [file_or_dir] [...]", add_help=False, allow_abbrev=False)
        self.arguments = parser
        add = parser.add_argument
        add("-h", "--help", action="store_true", help="show help message")
        add("-V", "--version", action="store_true", help="display pytest version")
        add("-v", "--verbose", action="count", default=0, help="increase verbosity")
        add("-q", "--quiet", action="count", default=0, help="decrease verbosity")
        add("--verbosity", type=int, default=None, help="set verbosity")
        add("-x", "--exitfirst", action="store_const", const=1, dest="maxfail", help="exit instantly on first error or failed test")
        add("--maxfail", type=int, default=0, help="exit after first num failures or errors")
        add("-k", dest="keyword", default="", help="only run tests which match the given substring expression")
        add("-m", dest="markexpr", default="", help="only run tests matching given mark expression")
        add("-s", action="store_const", const="no", dest="capture", help="shortcut for --capture=no")
        add("--capture", choices=["fd", "sys", "no"], default="fd", help="per-test capturing method: one of fd|sys|no")
        add("--tb", dest="tbstyle", choices=["auto", "long", "short", "no", "line", "native"], default="auto", help="traceback print mode")
        add("-l", "--showlocals", action="store_true", help="show locals in tracebacks")
        add("--full-trace", action="store_true", help="don't cut any tracebacks")
        add("-r", dest="reportchars", default="fE", help="show extra test summary info")
        add("-o", "--override-ini", action="append", default=[], help="override configuration option with option=value style")
        add("-W", "--pythonwarnings", action="append", default=[], help="set which warnings to report")
        add("--co", "--collect-only", action="store_true", dest="collectonly", help="only collect tests, don't execute them")
        add("--deselect", action="append", default=[], help="deselect item (via node id prefix) during collection")
        add("--ignore", action="append", default=[], help="ignore path during collection")
        add("--rootdir", default=None, help="define root directory for tests")
        add("--strict-markers", "--strict", action="store_true", help="markers not registered raise an error")
        add("--runxfail", action="store_true", help="report the results of xfail tests as if they were not marked")
        add("--no-header", action="store_true", help="disable header")
        add("--no-summary", action="store_true", help="disable summary")
        add("--disable-warnings", "--disable-pytest-warnings", action="store_true", help="disable warnings summary")
        add("--color", choices=["yes", "no", "auto"], default="auto", help="ignored: there is no terminal")
        add("--import-mode", choices=["prepend", "append", "importlib"], default="prepend", help="prepend in any case")
        add("--asyncio-mode", choices=["auto", "strict"], default=None, help="how pytest-asyncio treats coroutines")
        add("--asyncio-debug", action="store_true", help="enable asyncio debug mode")
        add("file_or_dir", nargs="*")

    def addoption(self, *names: str, **options: Any) -> None:
        """Adds an option to the command line."""
        self.arguments.add_argument(*names, **options)

    def addini(self, name: str, help: str = "", type: Any = None, default: Any = NOT_SET) -> None:
        """Adds a setting to the configuration files."""
        lists = type in ("args", "linelist", "pathlist", "paths")
        self.ini[name] = default if default is not NOT_SET else [] if lists else False if type == "bool" else ""

    def getgroup(self, name: str, description: str = "", after: str | None = None) -> Parser:
        """Groups of options only matter to the help."""
        return self

    def parse(self, args: list[str]) -> argparse.Namespace:
        """Raises UsageError."""
        for arg in args:
            name = arg.partition("=")[0]
            if name in _LACKING:
                raise UsageError(f"Loopscope's stand-in for pytest has no option {name}")
        return self.arguments.parse_intermixed_args(args)


class Config:
    """What a run was told."""

    def __init__(self, args: list[str]) -> None:
        self.parser = Parser()
        self.invocation_dir = Path(os.getcwd())
        early, _ = self.parser.arguments.parse_known_args([arg for arg in args if arg not in ("-h", "--help")])
        self.inipath, self._from_file = _find_settings(_common_folder(early.file_or_dir, self.invocation_dir))
        self.rootpath = _root(early, self.inipath, self.invocation_dir)
        self.parser.arguments.epilog = f"\n  inifile: {self.inipath}\n  rootdir: {self.rootpath}"
        self._overridden = dict(_setting(text) for text in early.override_ini)
        self.args_given = [*shlex.split(str(self._raw("addopts"))), *args]
        self.option: Any = None
        self.args: list[str] = []
        self.from_testpaths = False
        self.conftests: list[Any] = []
        self.stash: dict[object, object] = {}

    def finish(self) -> None:
        """Reads the command line, now that all options are known."""
        self.option = self.parser.parse(self.args_given)
        self.args = list(self.option.file_or_dir)
        if not self.args and self.invocation_dir == self.rootpath:
            self.args = self.getini("testpaths")
            self.from_testpaths = bool(self.args)
        self.args = self.args or [str(self.invocation_dir)]

    @property
    def verbosity(self) -> int:
        """How much is told: 0 is usual."""
        option = self.option
        return option.verbosity if option.verbosity is not None else option.verbose - option.quiet

    @property
    def style(self) -> Style:
        """How failures are told."""
        option = self.option
        return Style(option.tbstyle, option.showlocals, option.full_trace, self.verbosity > 1)

    @property
    def async_mode(self) -> AsyncMode:
        """How coroutines are treated."""
        fixture_scope = self._raw("asyncio_default_fixture_loop_scope") or None
        debug = self.option.asyncio_debug or _is_true(self._raw("asyncio_debug"))
        mode = self.option.asyncio_mode or self._raw("asyncio_mode")
        return AsyncMode(str(mode), debug, fixture_scope, str(self._raw("asyncio_default_test_loop_scope")))

    def _raw(self, name: str) -> Any:
        return self._overridden.get(name, self._from_file.get(name, self.parser.ini.get(name)))

    def getini(self, name: str) -> Any:
        """A setting of the configuration files."""
        if name not in self.parser.ini:
            raise ValueError(f"unknown configuration value: {name!r}")
        value = self._raw(name)
        if name in _LINES:
            return value if isinstance(value, list) else [line.strip() for line in value.split("\n") if line.strip()]
        if name in ("norecursedirs", "python_classes", "python_files", "python_functions", "pythonpath", "testpaths"):
            return value if isinstance(value, list) else shlex.split(value)
        if name in ("asyncio_debug", "xfail_strict") or isinstance(self.parser.ini[name], bool):
            return _is_true(value)
        if isinstance(self.parser.ini[name], list) and isinstance(value, str):
            return [line.strip() for line in value.split("\n") if line.strip()]
        return value

    @property
    def unknown_settings(self) -> list[str]:
        """Names in the file that nobody knows."""
        return sorted(name for name in (*self._from_file, *self._overridden) if name not in self.parser.ini)

    def addinivalue_line(self, name: str, line: str) -> None:
        """Adds a line to a setting."""
        self._overridden[name] = [*self.getini(name), line]

    def getoption(self, name: str, default: Any = NOT_SET, skip: bool = False) -> Any:
        """An option's value."""
        attribute = name.lstrip("-").replace("-", "_")
        if hasattr(self.option, attribute):
            return getattr(self.option, attribute)
        if default is not NOT_SET:
            return default
        raise ValueError(f"no option named {name!r}")

    def relative(self, path: object) -> str:
        """A path as node ids have it."""
        seen = os.path.relpath(str(path), self.rootpath)
        return "" if seen == "." else seen.replace(os.sep, "/")


def _is_true(value: Any) -> bool:
    return value if isinstance(value, bool) else str(value).lower() in _TRUE


def _setting(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"-o/--override-ini expects option=value style (got: {text!r}).")
    return name, value


def _common_folder(args: list[str], current: Path) -> Path:
    folders = []
    for arg in args:
        path = (current / arg.partition("::")[0]).resolve()
        if path.exists():
            folders.append(path if path.is_dir() else path.parent)
    return Path(os.path.commonpath(folders)) if folders else current


def _read(path: Path) -> dict[str, Any] | None:
    """The settings in a file; None if they are not meant for pytest."""
    if not path.is_file():
        return None
    if path.suffix == ".toml":
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("pytest", {})
        except tomllib.TOMLDecodeError as error:
            raise UsageError(f"{path}: {error}") from None
        settings = table.get("ini_options")
        return None if settings is None else {name: value if isinstance(value, list) else str(value) for name, value in settings.items()}
    parser = configparser.RawConfigParser(interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
    except configparser.Error as error:
        raise UsageError(str(error)) from None
    section = "tool:pytest" if path.name == "setup.cfg" else "pytest"
    if parser.has_section(section):
        return dict(parser.items(section))
    return {} if path.name in ("pytest.ini", ".pytest.ini") else None


def _find_settings(start: Path) -> tuple[Path | None, dict[str, Any]]:
    project = None
    for folder in (start, *start.parents):
        for name in ("pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg"):
            settings = _read(folder / name)
            if settings is not None:
                return folder / name, settings
            if project is None and name == "pyproject.toml" and (folder / name).is_file():
                project = folder / name
    return project, {}


def _root(early: argparse.Namespace, inipath: Path | None, current: Path) -> Path:
    if early.rootdir is not None:
        return (current / early.rootdir).resolve()
    if inipath is not None:
        return inipath.parent
    ancestor = _common_folder(early.file_or_dir, current)
    for folder in (ancestor, *ancestor.parents):
        if (folder / "setup.py").exists():
            return folder
    both = Path(os.path.commonpath([current, ancestor]))
    return ancestor if both == both.parent else both


def executable() -> str:
    """The interpreter's name, which the header tells if asked to."""
    return "python3" if sys.platform == "emscripten" else sys.executable
