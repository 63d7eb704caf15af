"""As `aiofiles.tempfile`: temporary files and folders, opened and closed with `async with`."""

import tempfile
from types import TracebackType

from ._files import AsyncFile, Opening, on_disk


def TemporaryFile(mode: str = "w+b", *args: object, **kwargs: object) -> Opening[AsyncFile]:
    """As `tempfile.TemporaryFile`."""
    return _opening("a temporary file", lambda: tempfile.TemporaryFile(mode, *args, **kwargs))


def NamedTemporaryFile(mode: str = "w+b", *args: object, **kwargs: object) -> Opening[AsyncFile]:
    """As `tempfile.NamedTemporaryFile`."""
    return _opening("a temporary file", lambda: tempfile.NamedTemporaryFile(mode, *args, **kwargs))


def SpooledTemporaryFile(max_size: int = 0, mode: str = "w+b", *args: object, **kwargs: object) -> Opening[AsyncFile]:
    """As `tempfile.SpooledTemporaryFile`."""
    return _opening("a temporary file", lambda: tempfile.SpooledTemporaryFile(max_size, mode, *args, **kwargs))


def _opening(what: str, make: object) -> Opening[AsyncFile]:
    async def opening() -> AsyncFile:
        return AsyncFile(await on_disk(f"open {what}", make))

    return Opening(opening)


class TemporaryDirectory:
    """As `tempfile.TemporaryDirectory`, entered with `async with`."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        self._arguments = args, kwargs

    async def __aenter__(self) -> str:
        args, kwargs = self._arguments
        self._directory = await on_disk("make a temporary folder", lambda: tempfile.TemporaryDirectory(*args, **kwargs))
        return self._directory.name

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await on_disk(f"remove {self._directory.name}", self._directory.cleanup)


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for aiofiles.tempfile has no {name!r}")
