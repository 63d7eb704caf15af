"""aiofiles, in small: files whose reads and writes are awaited."""

from . import os, tempfile
from ._files import open

__all__ = ["open", "os", "tempfile"]
__version__ = "25.1.0"


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for aiofiles has no {name!r}")
