"""What is collected: files, classes and test functions."""

import inspect
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ._fixtures import argument_names
from ._marks import Mark, MarkDecorator, marks_of, normalized

_WIDER = {"class": "module", "module": "package", "package": "session"}
"""The scope that stands for one which a test has no node for."""


class Node:
    """Something with a place in the tree of what is collected."""

    def __init__(self, name: str, parent: Node | None, nodeid: str, path: Path, obj: Any = None) -> None:
        self.name = name
        self.parent = parent
        self.nodeid = nodeid
        self.path = path
        self.obj = obj
        self.own_markers: list[Mark] = [] if obj is None else marks_of(obj)
        self._finalizers: list[Callable[[], object]] = []
        if parent is not None:
            self.session = parent.session
            self.config = parent.config

    def iter_parents(self) -> Iterator[Node]:
        """This node, and those around it."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def listchain(self) -> list[Node]:
        """The nodes around this one, outermost first, and itself."""
        return list(self.iter_parents())[::-1]

    def iter_markers(self, name: str | None = None) -> Iterator[Mark]:
        """The marks of this node and of those around it, the nearest first."""
        for _, mark in self.iter_markers_with_node(name):
            yield mark

    def iter_markers_with_node(self, name: str | None = None) -> Iterator[tuple[Node, Mark]]:
        """The same, with who has them."""
        for node in self.iter_parents():
            for mark in node.own_markers:
                if name is None or mark.name == name:
                    yield node, mark

    def get_closest_marker(self, name: str, default: Mark | None = None) -> Mark | None:
        """The nearest mark of a name."""
        return next(self.iter_markers(name), default)

    def add_marker(self, marker: str | MarkDecorator, append: bool = True) -> None:
        """Marks this node."""
        mark = Mark(marker, (), {}) if isinstance(marker, str) else normalized(marker)[0]
        self.own_markers.insert(len(self.own_markers) if append else 0, mark)

    def addfinalizer(self, finalizer: Callable[[], object]) -> None:
        """What to do when the last test below this node is over."""
        self.session.setup_state.addfinalizer(finalizer, self)

    @property
    def fspath(self) -> Path:
        """The file's path."""
        return self.path

    @property
    def keywords(self) -> dict[str, Any]:
        """Names by which `-k` and hooks find this node."""
        names: dict[str, Any] = {}
        for node in self.listchain():
            names[node.name] = True
            names.update({mark.name: mark for mark in node.own_markers})
        return names

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


class Dir(Node):
    """A folder."""


class Module(Node):
    """A file with tests."""


class Class(Node):
    """A class with tests."""


class CallSpec:
    """The parameters of one test out of several of a function."""

    def __init__(self) -> None:
        self.params: dict[str, Any] = {}
        self.indices: dict[str, int] = {}
        self.direct: set[str] = set()
        """Names of arguments whose values are the parameters themselves, and not a fixture's."""
        self.scopes: dict[str, str] = {}
        self.ids: list[str] = []
        self.marks: list[Mark] = []

    def copy(self) -> CallSpec:
        """The same, to be added to."""
        other = CallSpec()
        other.params, other.indices, other.scopes = dict(self.params), dict(self.indices), dict(self.scopes)
        other.direct, other.ids, other.marks = set(self.direct), list(self.ids), list(self.marks)
        return other

    @property
    def id(self) -> str:
        """What stands in brackets behind the function's name."""
        return "-".join(self.ids)


class Function(Node):
    """A test: a function with its parameters."""

    def __init__(self, name: str, parent: Node, obj: Callable, callspec: CallSpec | None = None) -> None:
        full = f"{name}[{callspec.id}]" if callspec is not None and callspec.ids else name
        super().__init__(full, parent, f"{parent.nodeid}::{full}", parent.path, obj)
        self.originalname = name
        self.callspec = callspec
        self.cls = parent.obj if isinstance(parent, Class) else None
        self.module = next(node.obj for node in self.iter_parents() if isinstance(node, Module))
        self.function = getattr(obj, "__func__", obj)
        self.own_markers = [*marks_of(self.function), *(callspec.marks if callspec is not None else [])]
        self.funcargs: dict[str, Any] = {}
        self.fixturenames: list[str] = []
        self.instance: Any = None
        self.user_properties: list[tuple[str, object]] = []
        self.stash: dict[object, object] = {}

    @property
    def argnames(self) -> tuple[str, ...]:
        """What the test asks for."""
        static = self.cls is None or isinstance(inspect.getattr_static(self.cls, self.originalname, None), staticmethod)
        return argument_names(self.function, skip_first=not static)

    @property
    def location(self) -> tuple[str, int, str]:
        """File, line (from 0) and name."""
        code = inspect.unwrap(self.function).__code__
        names = [node.name for node in self.listchain() if isinstance(node, Class | Function)]
        return os.path.relpath(code.co_filename, self.config.rootpath), code.co_firstlineno - 1, ".".join(names)

    @property
    def code(self) -> Any:
        """The code of the function itself, below all decorators that keep it."""
        return getattr(inspect.unwrap(self.function), "__code__", None)


def scope_node(item: Function, scope: str) -> Node:
    """The node around a test with which a scope ends."""
    kind = {"function": Function, "class": Class, "module": Module, "package": Dir}.get(scope)
    if kind is None:
        return item.session
    found = next((node for node in item.iter_parents() if isinstance(node, kind)), None)
    if found is None:
        return scope_node(item, _WIDER[scope])
    return found
