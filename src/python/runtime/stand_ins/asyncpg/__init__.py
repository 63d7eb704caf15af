"""asyncpg, in small: PostgreSQL's client on SQLite's engine, with a few sample tables to begin with (`sample.sql`'s twin is `_sample.py`)."""

from . import exceptions
from ._connection import Connection, connect
from ._pool import Pool, create_pool
from ._record import Record
from .exceptions import *  # noqa: F403

__all__ = ["Connection", "Pool", "Record", "connect", "create_pool", *exceptions.__all__]
__version__ = "0.31.0"


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for asyncpg has no {name!r}")
