"""Changes that are taken back when the test is over."""

import importlib
import inspect
import os
import sys
import warnings
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

from ._marks import NOT_SET, PytestWarning


def _resolve(name: str) -> Any:
    parts = name.split(".")
    used = parts.pop(0)
    found: Any = importlib.import_module(used)
    for part in parts:
        used += f".{part}"
        try:
            found = getattr(found, part)
            continue
        except AttributeError:
            pass
        try:
            importlib.import_module(used)
        except ImportError as error:
            if str(error).split()[-1].strip("'") == used:
                raise
            raise ImportError(f"import error in {used}: {error}") from error
        found = getattr(found, part)
    return found


def _target(target: str, raising: bool) -> tuple[str, Any]:
    if not isinstance(target, str) or "." not in target:
        raise TypeError(f"must be absolute import path string, not {target!r}")
    path, attribute = target.rsplit(".", 1)
    owner = _resolve(path)
    if raising and not hasattr(owner, attribute):
        raise AttributeError(f"{type(owner).__name__!r} object at {path} has no attribute {attribute!r}")
    return attribute, owner


class MonkeyPatch:
    """Keeps what it has changed."""

    __module__ = "_pytest.monkeypatch"

    def __init__(self) -> None:
        self._attributes: list[tuple[Any, str, Any]] = []
        self._items: list[tuple[MutableMapping, Any, Any]] = []
        self._folder: str | None = None
        self._path: list[str] | None = None

    @classmethod
    @contextmanager
    def context(cls) -> Iterator[MonkeyPatch]:
        """A block at whose end all changes are taken back."""
        patch = cls()
        try:
            yield patch
        finally:
            patch.undo()

    def setattr(self, target: Any, name: Any, value: Any = NOT_SET, raising: bool = True) -> None:
        """Gives an attribute another value; with two arguments the first is its import path."""
        __tracebackhide__ = True
        if value is NOT_SET:
            if not isinstance(target, str):
                raise TypeError("use setattr(target, name, value) or setattr(target, value) with target being a dotted import string")
            value = name
            name, target = _target(target, raising)
        elif not isinstance(name, str):
            raise TypeError(
                "use setattr(target, name, value) with name being a string or "
                "setattr(target, value) with target being a dotted import string"
            )
        before = getattr(target, name, NOT_SET)
        if raising and before is NOT_SET:
            raise AttributeError(f"{target!r} has no attribute {name!r}")
        if inspect.isclass(target):
            before = target.__dict__.get(name, NOT_SET)
        self._attributes.append((target, name, before))
        setattr(target, name, value)

    def delattr(self, target: Any, name: Any = NOT_SET, raising: bool = True) -> None:
        """Takes an attribute away."""
        __tracebackhide__ = True
        if name is NOT_SET:
            if not isinstance(target, str):
                raise TypeError("use delattr(target, name) or delattr(target) with target being a dotted import string")
            name, target = _target(target, raising)
        if not hasattr(target, name):
            if raising:
                raise AttributeError(name)
            return
        before = target.__dict__.get(name, NOT_SET) if inspect.isclass(target) else getattr(target, name, NOT_SET)
        self._attributes.append((target, name, before))
        delattr(target, name)

    def setitem(self, dic: Any, name: Any, value: Any) -> None:
        """Gives a key another value."""
        self._items.append((dic, name, dic.get(name, NOT_SET)))
        dic[name] = value

    def delitem(self, dic: Any, name: Any, raising: bool = True) -> None:
        """Takes a key away."""
        if name not in dic:
            if raising:
                raise KeyError(name)
            return
        self._items.append((dic, name, dic.get(name, NOT_SET)))
        del dic[name]

    def setenv(self, name: str, value: str, prepend: str | None = None) -> None:
        """Sets an environment variable."""
        if not isinstance(value, str):
            warnings.warn(
                f"Value of environment variable {name} type should be str, but got {value!r} (type: {type(value).__name__}); "
                "converted to str implicitly",
                PytestWarning,
                stacklevel=2,
            )
            value = str(value)
        if prepend and name in os.environ:
            value = value + prepend + os.environ[name]
        self.setitem(os.environ, name, value)

    def delenv(self, name: str, raising: bool = True) -> None:
        """Removes an environment variable."""
        self.delitem(os.environ, name, raising)

    def syspath_prepend(self, path: object) -> None:
        """Looks for modules in a folder first."""
        if self._path is None:
            self._path = sys.path[:]
        sys.path.insert(0, str(path))
        importlib.invalidate_caches()

    def chdir(self, path: Any) -> None:
        """Goes into another folder."""
        if self._folder is None:
            self._folder = os.getcwd()
        os.chdir(path)

    def undo(self) -> None:
        """Takes all changes back."""
        for target, name, value in reversed(self._attributes):
            if value is NOT_SET:
                delattr(target, name)
            else:
                setattr(target, name, value)
        self._attributes.clear()
        for mapping, key, value in reversed(self._items):
            if value is NOT_SET:
                mapping.pop(key, None)
            else:
                mapping[key] = value
        self._items.clear()
        if self._path is not None:
            sys.path[:] = self._path
            self._path = None
        if self._folder is not None:
            os.chdir(self._folder)
            self._folder = None
