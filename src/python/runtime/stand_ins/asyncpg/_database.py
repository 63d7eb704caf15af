"""The server: one SQLite file for each database, and who may write to it."""

import asyncio
import contextlib
import datetime
import os
import random
import sqlite3
import uuid
from collections import deque

from . import _sample, _sql

_FOLDER = "/var/lib/postgresql"

type Rows = tuple[list[str], list[tuple[object, ...]], int]
"""The columns' names, the rows, and how many rows were changed or found."""


class Database:
    """A database: tables that outlive connections. One transaction at a time may write; PostgreSQL locks rows, which is finer."""

    def __init__(self, name: str) -> None:
        os.makedirs(_FOLDER, exist_ok=True)
        self._path = f"{_FOLDER}/{name}.sqlite"
        self._writer: object = None
        self._waiting: deque[asyncio.Future[None]] = deque()
        with contextlib.closing(self.open()) as session:
            session.executescript(_sql.translate(_sample.TABLES))

    def open(self) -> sqlite3.Connection:
        """A session of its own."""
        session = sqlite3.connect(self._path, isolation_level=None, timeout=0, detect_types=sqlite3.PARSE_DECLTYPES)
        session.execute("PRAGMA foreign_keys = ON")
        session.create_function("now", 0, lambda: datetime.datetime.now(datetime.UTC).isoformat(" "))
        session.create_function("gen_random_uuid", 0, lambda: str(uuid.UUID(int=random.getrandbits(128), version=4)))
        session.create_function("random", 0, random.random)
        session.create_function("concat", -1, lambda *parts: "".join("" if part is None else str(part) for part in parts))
        session.create_function("version", 0, lambda: "PostgreSQL 17 (Loopscope's stand-in, on SQLite)")
        return session

    async def acquire_writing(self, writer: object) -> None:
        """Returns when `writer` is the one that may write."""
        while self._writer is not None and self._writer is not writer:
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            try:
                await turn
            finally:
                if turn in self._waiting:
                    self._waiting.remove(turn)
        self._writer = writer

    def release_writing(self, writer: object) -> None:
        """Lets the next one write."""
        if self._writer is writer:
            self._writer = None
            for turn in self._waiting:
                if not turn.done():
                    turn.set_result(None)
                    break


def execute(session: sqlite3.Connection, query: str, arguments: tuple[object, ...]) -> Rows:
    """Runs one statement. Raises PostgreSQL's error."""
    before = dict(sqlite3.converters)
    sqlite3.converters.update(_sql.CONVERTERS)
    try:
        cursor = session.execute(_sql.translate(query), [_sql.to_sqlite(argument) for argument in arguments])
        rows = cursor.fetchall()
    except sqlite3.Error as error:
        raise _sql.postgres_error(error, query) from None
    finally:
        sqlite3.converters.clear()
        sqlite3.converters.update(before)
    names = [column[0] for column in cursor.description or ()]
    return names, rows, len(rows) if names else max(0, cursor.rowcount)


_databases: dict[str, Database] = {}


def database(name: str) -> Database:
    """The database of a name, made when first asked for."""
    found = _databases.get(name)
    if found is None:
        found = _databases[name] = Database(name)
    return found
