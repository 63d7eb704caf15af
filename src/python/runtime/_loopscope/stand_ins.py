"""Stand-ins for libraries that asyncio programs import: found after everything else, so a program's own modules and real ones win.

They are compiled into the snapshot. Their code is not the user's: it is neither stepped through nor named as the place of anything.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import InspectLoader
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType
from typing import override

FOLDER = "<Loopscope's stand-ins>/"
"""What their files' names begin with, in tracebacks."""

_hidden: dict[str, ModuleType] = {}
_loaders: dict[str, _Loader] = {}


class _Loader(InspectLoader):
    """One module of a stand-in."""

    def __init__(self, path: str, source: str) -> None:
        self._source = source
        self.path = FOLDER + path
        self.code = compile(source, self.path, "exec", dont_inherit=True)

    @override
    def get_source(self, fullname: str) -> str:
        return self._source

    @override
    def get_code(self, fullname: str) -> CodeType:
        return self.code

    @override
    def is_package(self, fullname: str) -> bool:
        return self.path.endswith("/__init__.py")

    @override
    def exec_module(self, module: ModuleType) -> None:
        with _revealed():
            exec(self.code, module.__dict__)


def load(folder: str) -> None:
    """Takes up the stand-ins that lie in a folder: one module or package each."""
    for where, _, files in os.walk(folder):
        for file in sorted(files):
            path = os.path.relpath(os.path.join(where, file), folder)
            with open(os.path.join(folder, path), encoding="utf-8") as stream:
                name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
                _loaders[name] = _Loader(path, stream.read())


def install(hidden: dict[str, ModuleType]) -> None:
    """Makes the stand-ins importable. `hidden`: the modules that they may import and a program may not."""
    _hidden.update(hidden)
    sys.meta_path.append(_Finder)


def find(name: str) -> CodeType | None:
    """The code of a stand-in's module."""
    loader = _loaders.get(name)
    return None if loader is None else loader.code


class _Finder:
    """Finds stand-ins by name."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """As of every finder on `sys.meta_path`."""
        loader = _loaders.get(name)
        if loader is None:
            return None
        spec = ModuleSpec(name, loader, origin=loader.path, is_package=loader.is_package(name))
        spec.has_location = True
        return spec


@contextmanager
def _revealed() -> Iterator[None]:
    """Lets what is imported within see the runtime's modules. No code of the program's runs within."""
    shown = {name: module for name, module in _hidden.items() if name not in sys.modules}
    sys.modules.update(shown)
    try:
        yield
    finally:
        for name in shown:
            del sys.modules[name]
