"""Which handler a path leads to."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload, override

_NOT_FOUND = 404
_NOT_ALLOWED = 405


@dataclass(frozen=True)
class RouteDef:
    """A method, a path and what handles it."""

    method: str
    path: str
    handler: Callable


def route(method: str, path: str, handler: Callable, **_: object) -> RouteDef:
    """A route of any method."""
    return RouteDef(method, path, handler)


def _of(method: str) -> Callable[..., RouteDef]:
    def define(path: str, handler: Callable, **_: object) -> RouteDef:
        return RouteDef(method, path, handler)

    define.__name__ = method.lower()
    return define


get, post, put, patch, delete, head = (_of(method) for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"))


class RouteTableDef(Sequence[RouteDef]):
    """Routes that are gathered by decorators."""

    def __init__(self) -> None:
        self._items: list[RouteDef] = []

    @overload
    def __getitem__(self, index: int) -> RouteDef: ...
    @overload
    def __getitem__(self, index: slice) -> list[RouteDef]: ...
    @override
    def __getitem__(self, index: int | slice) -> RouteDef | list[RouteDef]:
        return self._items[index]

    @override
    def __len__(self) -> int:
        return len(self._items)

    @override
    def __iter__(self) -> Iterator[RouteDef]:
        return iter(self._items)

    def route(self, method: str, path: str, **_: object) -> Callable[[Callable], Callable]:
        """A route of any method."""

        def take(handler: Callable) -> Callable:
            self._items.append(RouteDef(method, path, handler))
            return handler

        return take

    def __getattr__(self, name: str) -> Callable[..., Callable[[Callable], Callable]]:
        if name in ("get", "post", "put", "patch", "delete", "head"):
            return lambda path, **options: self.route(name.upper(), path, **options)
        raise AttributeError(f"Loopscope's stand-in for aiohttp.web: its RouteTableDef has no {name!r}")


class Router:
    """An application's routes."""

    def __init__(self) -> None:
        self._routes: list[tuple[str, re.Pattern[str], Callable]] = []

    def add_route(self, method: str, path: str, handler: Callable, **_: object) -> None:
        """One more route; `{name}` and `{name:pattern}` in its path are variables."""
        pattern = re.sub(r"\\?\{(\w+)(?::([^}]+))?\\?\}", lambda found: f"(?P<{found[1]}>{found[2] or '[^/]+'})", path)
        self._routes.append((method, re.compile(pattern), handler))

    def __getattr__(self, name: str) -> Callable[..., None]:
        method = name.removeprefix("add_").upper()
        if name.startswith("add_") and method in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"):
            return lambda path, handler, **options: self.add_route(method, path, handler, **options)
        raise AttributeError(f"Loopscope's stand-in for aiohttp.web: its router has no {name!r}")

    def resolve(self, method: str, path: str) -> tuple[Callable | int, dict[str, str]]:
        """The handler and its variables, or the status that says why there is none."""
        known = False
        for wanted, pattern, handler in self._routes:
            found = pattern.fullmatch(path)
            if found is not None:
                known = True
                if wanted in ("*", method) or (wanted == "GET" and method == "HEAD"):
                    return handler, found.groupdict()
        return _NOT_ALLOWED if known else _NOT_FOUND, {}
