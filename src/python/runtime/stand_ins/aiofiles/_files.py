"""Files whose methods are coroutines, around Python's own."""

import asyncio
import builtins
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from functools import partial
from types import TracebackType
from typing import IO, Self

from _loopscope.network import operations

_DISK = 1_000_000
"""Nanoseconds that an operation on a file takes."""

_AWAITED = frozenset(
    {
        "close",
        "detach",
        "flush",
        "isatty",
        "peek",
        "read",
        "read1",
        "readable",
        "readall",
        "readinto",
        "readline",
        "readlines",
        "seek",
        "seekable",
        "tell",
        "truncate",
        "writable",
        "write",
        "writelines",
    }
)
_PLAIN = frozenset({"buffer", "closed", "encoding", "errors", "fileno", "line_buffering", "mode", "name", "newlines", "raw"})


async def on_disk[T](label: str, work: Callable[[], T]) -> T:
    """Does something to a file, which takes the time of a disk."""
    await operations.finish(asyncio.get_running_loop(), label, _DISK)
    return work()


class AsyncFile:
    """A file; what would block is awaited."""

    def __init__(self, file: IO) -> None:
        self._file = file

    def __getattr__(self, name: str) -> object:
        if name in _AWAITED:
            method = getattr(self._file, name)
            return lambda *args, **kwargs: on_disk(f"{name} {self._file.name}", partial(method, *args, **kwargs))
        if name in _PLAIN:
            return getattr(self._file, name)
        raise AttributeError(f"Loopscope's stand-in for aiofiles: its files have no {name!r}")

    def __aiter__(self) -> AsyncIterator:
        return self

    async def __anext__(self) -> object:
        line = await on_disk(f"readline {self._file.name}", self._file.readline)
        if not line:
            raise StopAsyncIteration
        return line

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await on_disk(f"close {self._file.name}", self._file.close)


class Opening[T](Awaitable[T]):
    """What is both awaited and entered: `await open(…)` and `async with open(…)`."""

    def __init__(self, opening: Callable[[], Awaitable[T]]) -> None:
        self._opening = opening
        self._opened: T | None = None

    def __await__(self) -> Generator[object, None, T]:
        return self._opening().__await__()

    async def __aenter__(self) -> T:
        self._opened = await self._opening()
        return await self._opened.__aenter__()

    async def __aexit__(self, *reason: object) -> bool | None:
        return await self._opened.__aexit__(*reason)


def open(
    file: object, mode: str = "r", *args: object, loop: object = None, executor: object = None, **kwargs: object
) -> Opening[AsyncFile]:
    """As `aiofiles.open`: takes what the builtin `open` takes."""

    async def opening() -> AsyncFile:
        return AsyncFile(await on_disk(f"open {file}", lambda: builtins.open(file, mode, *args, **kwargs)))

    return Opening(opening)
