"""As `aiofiles.os`: what of `os` touches the disk, awaited."""

import os
from collections.abc import Awaitable, Callable
from functools import wraps

from . import ospath as path
from ._files import on_disk

__all__ = ["path"]


def _awaited(function: Callable) -> Callable[..., Awaitable]:
    @wraps(function)
    async def run(*args: object, **kwargs: object) -> object:
        return await on_disk(f"{function.__name__} {args[0] if args else '.'}", lambda: function(*args, **kwargs))

    return run


access = _awaited(os.access)
getcwd = _awaited(os.getcwd)
listdir = _awaited(os.listdir)
makedirs = _awaited(os.makedirs)
mkdir = _awaited(os.mkdir)
readlink = _awaited(os.readlink)
remove = _awaited(os.remove)
removedirs = _awaited(os.removedirs)
rename = _awaited(os.rename)
renames = _awaited(os.renames)
replace = _awaited(os.replace)
rmdir = _awaited(os.rmdir)
scandir = _awaited(os.scandir)
stat = _awaited(os.stat)
symlink = _awaited(os.symlink)
unlink = _awaited(os.unlink)


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for aiofiles.os has no {name!r}")
