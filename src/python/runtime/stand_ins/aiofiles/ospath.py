"""As `aiofiles.ospath`: what of `os.path` touches the disk, awaited."""

from collections.abc import Awaitable, Callable
from functools import wraps
from os import path

from ._files import on_disk


def _awaited(function: Callable) -> Callable[..., Awaitable]:
    @wraps(function)
    async def run(*args: object) -> object:
        return await on_disk(f"{function.__name__} {args[0]}", lambda: function(*args))

    return run


abspath = _awaited(path.abspath)
exists = _awaited(path.exists)
getatime = _awaited(path.getatime)
getctime = _awaited(path.getctime)
getmtime = _awaited(path.getmtime)
getsize = _awaited(path.getsize)
isdir = _awaited(path.isdir)
isfile = _awaited(path.isfile)
islink = _awaited(path.islink)
ismount = _awaited(path.ismount)
samefile = _awaited(path.samefile)
sameopenfile = _awaited(path.sameopenfile)


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for aiofiles.os.path has no {name!r}")
