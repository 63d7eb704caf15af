"""Finds tests: folders, files, classes and functions."""

import fnmatch
import importlib.util
import inspect
import sys
import unittest
import warnings
from collections.abc import Callable, Iterator
from importlib.abc import InspectLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from . import _explain
from ._config import Config
from ._fixtures import FixtureFunction, FixtureManager
from ._marks import PytestCollectionWarning
from ._nodes import Class, Dir, Function, Module, Node
from ._outcomes import Skipped, UsageError, fail
from ._params import expand, grouped
from ._rewrite import HELPER, rewritten
from ._unittest import TestCaseFunction
from ._xunit import add_xunit_fixtures

_PARTS = ("__class__", "__delattr__", "__dict__", "__doc__", "__module__", "__init__", "__name__", "__builtins__", "__file__")

_SKIPPED_OUTSIDE = (
    "Using pytest.skip outside of a test will skip the entire module. If that's your intention, pass `allow_module_level=True`. "
    "If you want to skip a specific test or an entire class, use the @pytest.mark.skip or @pytest.mark.skipif decorators."
)


class RewritingLoader(InspectLoader):
    """Loads a file with its assertions rewritten."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)

    def get_source(self, fullname: str) -> str:
        """The file's text."""
        return importlib.util.decode_source(Path(self.path).read_bytes())

    def get_code(self, fullname: str) -> CodeType:
        """Its code."""
        return compile(rewritten(Path(self.path).read_bytes(), self.path), self.path, "exec", dont_inherit=True)

    def is_package(self, fullname: str) -> bool:
        """Whether it is a package's."""
        return Path(self.path).name == "__init__.py"

    def exec_module(self, module: ModuleType) -> None:
        """Runs it."""
        module.__dict__[HELPER] = _explain
        exec(self.get_code(module.__name__), module.__dict__)


def import_file(path: Path) -> ModuleType:
    """Imports a file as the module that it is, below the outermost folder without an __init__.py. Raises what importing raises."""
    folder, names = path.parent, [] if path.name == "__init__.py" else [path.stem]
    while (folder / "__init__.py").exists():
        names.insert(0, folder.name)
        folder = folder.parent
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    name = ".".join(names)
    known = sys.modules.get(name)
    if known is not None and getattr(known, "__file__", None) == str(path):
        return known
    if known is not None:
        raise UsageError(
            f"import file mismatch:\nimported module {name!r} has this __file__ attribute:\n  {getattr(known, '__file__', None)}\n"
            f"which is not the same as the test file we want to collect:\n  {path}\n"
            "HINT: remove __pycache__ / .pyc files and/or use a unique basename for your test file modules"
        )
    if len(names) > 1:
        importlib.import_module(".".join(names[:-1]))
    spec = importlib.util.spec_from_file_location(name, path, loader=RewritingLoader(path))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return module


class Failure:
    """A file that could not be collected."""

    def __init__(self, nodeid: str, error: BaseException, path: Path) -> None:
        self.nodeid = nodeid
        self.error = error
        self.path = path


class Collector:
    """Collects the tests of a run."""

    def __init__(self, session: Node, config: Config, fixtures: FixtureManager, load_conftests: Callable[[Path], None]) -> None:
        self.session = session
        self.config = config
        self.fixtures = fixtures
        self.load_conftests = load_conftests
        self.failures: list[Failure] = []
        self.skipped: list[tuple[str, Skipped]] = []
        self.found = 0
        self._dirs: dict[Path, Node] = {}
        self._modules: dict[Path, list[Function]] = {}

    def collect(self) -> list[Function]:
        """The tests that the command line names. Raises UsageError for what does not exist."""
        items: dict[str, Function] = {}
        missing = []
        for arg in self.config.args:
            place, *names = arg.split("::")
            path = (self.config.invocation_dir / place).resolve()
            if not path.exists():
                missing.append(f"file or directory not found: {arg}")
                continue
            of_arg = self._in_folder(path) if path.is_dir() else self._in_file(path, explicit=True)
            if names:
                wanted = "::".join([self.config.relative(path), *names])
                of_arg = [item for item in of_arg if item.nodeid == wanted or item.nodeid.startswith((f"{wanted}::", f"{wanted}["))]
                if not of_arg and not self.failures:
                    missing.append(f"not found: {path}::{'::'.join(names)}\n(no match in any of [<Module {path.name}>])")
            items.update((item.nodeid, item) for item in of_arg)
        if missing:
            raise UsageError("\n".join(missing))
        chosen = list(items.values())
        self.found = len(chosen)
        return grouped(chosen)

    def _ignored(self, path: Path) -> bool:
        return any((self.config.invocation_dir / one).resolve() in (path, *path.parents) for one in self.config.option.ignore)

    def _in_folder(self, folder: Path) -> list[Function]:
        items: list[Function] = []
        for path in sorted(folder.iterdir(), key=lambda path: path.name):
            if self._ignored(path):
                continue
            if path.is_dir():
                unwanted = any(fnmatch.fnmatch(path.name, pattern) for pattern in self.config.getini("norecursedirs"))
                if path.name != "__pycache__" and not unwanted and not (path / "pyvenv.cfg").exists():
                    items += self._in_folder(path)
            elif path.suffix == ".py":
                items += self._in_file(path, explicit=False)
        return items

    def _in_file(self, path: Path, explicit: bool) -> list[Function]:
        if path in self._modules:
            return self._modules[path]
        patterns = self.config.getini("python_files")
        if path.suffix != ".py" or not (explicit or any(fnmatch.fnmatch(path.name, pattern) for pattern in patterns)):
            return []
        nodeid = self.config.relative(path)
        items: list[Function] = []
        try:
            self.load_conftests(path.parent)
            module = import_file(path)
            node = Module(path.name, self._dir(path.parent), nodeid, path, module)
            add_xunit_fixtures(module, nodeid, self.fixtures, self.config)
            self.fixtures.collect_from(module, nodeid, self.config)
            items = list(self._in_holder(node, module))
        except Skipped as error:
            if error.allow_module_level:
                self.skipped.append((nodeid, error))
            else:
                self.failures.append(Failure(nodeid, UsageError(_SKIPPED_OUTSIDE), path))
        except KeyboardInterrupt, SystemExit:
            raise
        except BaseException as error:
            self.failures.append(Failure(nodeid, error, path))
        self._modules[path] = items
        return items

    def _dir(self, folder: Path) -> Node:
        root = self.config.rootpath
        if folder == root or root not in folder.parents:
            return self.session
        if folder not in self._dirs:
            self._dirs[folder] = Dir(folder.name, self._dir(folder.parent), self.config.relative(folder), folder)
        return self._dirs[folder]

    def _in_holder(self, parent: Node, holder: Any) -> Iterator[Function]:
        """The tests in a module or class, in the order in which they are written; those of base classes first."""
        spaces = [holder.__dict__] if inspect.ismodule(holder) else [base.__dict__ for base in holder.__mro__ if base is not object]
        seen = set(_PARTS)
        groups: list[list[Function]] = []
        for space in spaces:
            group: list[Function] = []
            for name in list(space):
                if name not in seen:
                    seen.add(name)
                    group += self._named(parent, name, getattr(holder, name, None))
            groups.append(group)
        for group in reversed(groups):
            yield from group

    def _named(self, parent: Node, name: str, value: Any) -> list[Function]:
        if isinstance(value, FixtureFunction):
            if name.startswith("test"):
                warnings.warn(PytestCollectionWarning(f"cannot collect {name!r} because it is a fixture"), stacklevel=1)
            return []
        if isinstance(value, type):
            return self._in_class(parent, name, value)
        if not _matches(name, self.config.getini("python_functions")) or getattr(value, "__test__", True) is False:
            return []
        function = getattr(value, "__func__", value)
        if not inspect.isfunction(inspect.unwrap(function) if callable(function) else function):
            return []
        return self._tests_of(Function(name, parent, value))

    def _tests_of(self, definition: Function) -> list[Function]:
        if inspect.isgeneratorfunction(definition.function):
            fail(f"'yield' keyword is allowed in fixtures, but not in tests ({definition.originalname})", pytrace=False)
        self._ask(definition, frozenset())
        definition.fixturenames = list(dict.fromkeys(definition.fixturenames))
        hooks = [conftest.pytest_generate_tests for conftest in self.config.conftests if hasattr(conftest, "pytest_generate_tests")]
        own = getattr(definition.module, "pytest_generate_tests", None)
        tests = expand(definition, self.fixtures, [*hooks, *([own] if own else [])])
        for test in tests:
            self._ask(test, frozenset(test.callspec.direct) if test.callspec is not None else frozenset())
        return tests

    def _ask(self, test: Function, given: frozenset[str]) -> None:
        test.fixturenames = self.fixtures.closure(test.nodeid, test.argnames, list(test.iter_markers()), given)

    def _in_class(self, parent: Node, name: str, kind: type) -> list[Function]:
        is_case = issubclass(kind, unittest.TestCase)
        if not is_case and not _matches(name, self.config.getini("python_classes")):
            return []
        if getattr(kind, "__test__", True) is False or kind.__module__ == "unittest.case":
            return []
        node = Class(name, parent, f"{parent.nodeid}::{name}", parent.path, kind)
        if is_case:
            return [TestCaseFunction(one, node, getattr(kind, one)) for one in unittest.defaultTestLoader.getTestCaseNames(kind)]
        for method in ("__init__", "__new__"):
            if getattr(kind, method) is not getattr(object, method):
                self._cannot(kind, f"cannot collect test class {name!r} because it has a {method} constructor", node.nodeid)
                return []
        add_xunit_fixtures(kind(), node.nodeid, self.fixtures, self.config)
        self.fixtures.collect_from(kind(), node.nodeid, self.config)
        return list(self._in_holder(node, kind))

    @staticmethod
    def _cannot(kind: type, complaint: str, nodeid: str) -> None:
        line = inspect.getsourcelines(kind)[1]
        path = inspect.getsourcefile(kind) or ""
        message = PytestCollectionWarning(f"{complaint} (from: {nodeid.partition('::')[0]})")
        warnings.warn_explicit(message, category=None, filename=path, lineno=line)


def _matches(name: str, patterns: list[str]) -> bool:
    return any(name.startswith(pattern) or (set(pattern) & set("*?[") and fnmatch.fnmatch(name, pattern)) for pattern in patterns)


def conftest_folders(folder: Path, root: Path) -> list[Path]:
    """The folders whose conftest.py concerns a folder, the outermost first."""
    chain = [folder, *folder.parents]
    inside = chain[: chain.index(root) + 1] if root in chain else chain[:1]
    return inside[::-1]
