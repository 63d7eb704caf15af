"""A connection to the server, and what is done on it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Generator, Sequence
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from _loopscope.network import operations

from . import _sql, exceptions
from ._database import Rows, database, execute
from ._record import Record

_CONNECTING = 20_000_000
_ROUND_TRIP = 5_000_000
"""Nanoseconds that the server takes, as long as the conditions say nothing else."""


async def connect(
    dsn: str | None = None,
    *,
    host: str | None = None,
    user: str | None = None,
    database: str | None = None,
    timeout: float = 60,
    **_: object,
) -> Connection:
    """Connects to a database, named by `database` or the path of `dsn`."""
    parts = urlsplit(dsn or "")
    name = database or parts.path.lstrip("/") or user or parts.username or "postgres"
    async with asyncio.timeout(timeout):
        await operations.finish(asyncio.get_running_loop(), f"connect {host or parts.hostname or 'localhost'}/{name}", _CONNECTING)
    return Connection(name)


class Connection:
    """One session. Does one thing at a time, as PostgreSQL's do."""

    def __init__(self, name: str) -> None:
        self._database = database(name)
        self._session: sqlite3.Connection | None = self._database.open()
        self._busy = False
        self._transactions: list[Transaction] = []
        self._begun = 0
        """How many of the transactions SQLite knows: they begin there when something is first written."""
        self._failed = False

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for asyncpg: its Connection has no {name!r}")

    async def execute(self, query: str, *args: object, timeout: float | None = None) -> str:
        """Runs one statement, or several without arguments; answers the last one's status."""
        statements = [query] if args else [part for part in _statements(query) if part.strip(" \n\t;")]
        status = ""
        for statement in statements:
            _, _, count = await self._run(statement, args, timeout)
            status = _sql.status_of(statement, count)
        return status

    async def executemany(self, command: str, args: Sequence[Sequence[object]], *, timeout: float | None = None) -> None:
        """Runs a statement once for each sequence of arguments, all or none."""
        async with self.transaction():
            await self._travel(f"{len(list(args))} times {_short(command)}", timeout)
            for each in args:
                await self._perform(command, tuple(each))

    async def fetch(self, query: str, *args: object, timeout: float | None = None) -> list[Record]:
        """Runs a statement and gives its rows."""
        names, rows, _ = await self._run(query, args, timeout)
        positions = {name: position for position, name in enumerate(names)}
        return [Record._of(positions, row) for row in rows]

    async def fetchrow(self, query: str, *args: object, timeout: float | None = None) -> Record | None:
        """Its first row, or None."""
        rows = await self.fetch(query, *args, timeout=timeout)
        return rows[0] if rows else None

    async def fetchval(self, query: str, *args: object, column: int = 0, timeout: float | None = None) -> object:
        """A value of its first row, or None."""
        row = await self.fetchrow(query, *args, timeout=timeout)
        return None if row is None else row[column]

    def transaction(self, *, isolation: str | None = None, readonly: bool = False, deferrable: bool = False) -> Transaction:
        """A transaction, or a savepoint within one, for `async with`."""
        return Transaction(self, readonly)

    def cursor(self, query: str, *args: object, prefetch: int = 50, timeout: float | None = None) -> Cursor:
        """The rows one after another, within a transaction, for `async for`."""
        return Cursor(self, query, args, prefetch)

    async def prepare(self, query: str, *, name: str | None = None, timeout: float | None = None) -> PreparedStatement:
        """A statement to be run several times."""
        await self._travel(f"prepare {_short(query)}", timeout)
        return PreparedStatement(self, query)

    def is_in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._transactions)

    def is_closed(self) -> bool:
        """Whether it was closed."""
        return self._session is None

    def get_server_version(self) -> tuple[int, int, int, str, int]:
        """What the stand-in poses as."""
        return (17, 0, 0, "final", 0)

    async def close(self, *, timeout: float | None = None) -> None:
        """Ends the session."""
        self.terminate()

    def terminate(self) -> None:
        """Ends the session at once; what was not committed is lost."""
        if self._session is not None:
            self._session.close()
            self._session = None
            self._transactions.clear()
            self._begun = 0
            self._database.release_writing(self)

    async def _run(self, query: str, args: tuple[object, ...], timeout: float | None) -> Rows:
        expected = _sql.parameters(query)
        if len(args) != expected:
            plural = "" if expected == 1 else "s"
            was = "was" if len(args) == 1 else "were"
            raise exceptions.InterfaceError(f"the server expects {expected} argument{plural} for this query, {len(args)} {was} passed")
        await self._travel(_short(query), timeout)
        return await self._perform(query, args)

    async def _travel(self, label: str, timeout: float | None = None) -> None:
        """To the server and back."""
        if self._session is None:
            raise exceptions.InterfaceError("connection is closed")
        if self._busy:
            raise exceptions.InterfaceError("cannot perform operation: another operation is in progress")
        self._busy = True
        try:
            async with asyncio.timeout(timeout):
                await operations.finish(asyncio.get_running_loop(), label, _ROUND_TRIP)
        finally:
            self._busy = False

    async def _perform(self, query: str, args: tuple[object, ...]) -> Rows:
        if self._failed:
            raise exceptions.InFailedSQLTransactionError("current transaction is aborted, commands ignored until end of transaction block")
        writing = _sql.writes(query)
        try:
            if writing:
                await self._begin_writing()
            return execute(self._session, query, args)
        except exceptions.PostgresError:
            self._failed = bool(self._transactions)
            raise
        finally:
            if writing and not self._transactions:
                self._database.release_writing(self)

    async def _begin_writing(self) -> None:
        if any(transaction.readonly for transaction in self._transactions):
            raise exceptions.ReadOnlySQLTransactionError("cannot execute a writing statement in a read-only transaction")
        self._busy = True
        try:
            await self._database.acquire_writing(self)
        finally:
            self._busy = False
        for depth in range(self._begun, len(self._transactions)):
            self._session.execute("BEGIN IMMEDIATE" if depth == 0 else f"SAVEPOINT s{depth}")
        self._begun = len(self._transactions)

    def _end(self, transaction: Transaction, keep: bool) -> None:
        depth = len(self._transactions) - 1
        if not self._transactions or self._transactions[depth] is not transaction:
            raise exceptions.InterfaceError("cannot end a transaction before those within it")
        self._transactions.pop()
        self._failed = False
        if self._begun > depth:
            self._begun = depth
            undone = ("ROLLBACK",) if depth == 0 else (f"ROLLBACK TO s{depth}", f"RELEASE s{depth}")
            done = ("COMMIT",) if depth == 0 else (f"RELEASE s{depth}",)
            for statement in done if keep else undone:
                self._session.execute(statement)
        if depth == 0:
            self._database.release_writing(self)


class Transaction:
    """A transaction or a savepoint: committed when its block ends, undone when it raises."""

    def __init__(self, connection: Connection, readonly: bool) -> None:
        self._connection = connection
        self.readonly = readonly

    async def start(self) -> None:
        """Begins it."""
        await self._connection._travel("BEGIN" if not self._connection._transactions else "SAVEPOINT")
        self._connection._transactions.append(self)

    async def commit(self) -> None:
        """Ends it and keeps what was done."""
        await self._connection._travel("COMMIT")
        self._connection._end(self, keep=not self._connection._failed)

    async def rollback(self) -> None:
        """Ends it and undoes what was done."""
        await self._connection._travel("ROLLBACK")
        self._connection._end(self, keep=False)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._connection.is_closed():
            return
        if kind is None:
            await self.commit()
        else:
            await self.rollback()


class PreparedStatement:
    """A statement that the server keeps."""

    def __init__(self, connection: Connection, query: str) -> None:
        self._connection = connection
        self._query = query

    def get_query(self) -> str:
        """Its text."""
        return self._query

    async def fetch(self, *args: object, timeout: float | None = None) -> list[Record]:
        """Its rows."""
        return await self._connection.fetch(self._query, *args, timeout=timeout)

    async def fetchrow(self, *args: object, timeout: float | None = None) -> Record | None:
        """Its first row."""
        return await self._connection.fetchrow(self._query, *args, timeout=timeout)

    async def fetchval(self, *args: object, column: int = 0, timeout: float | None = None) -> object:
        """A value of its first row."""
        return await self._connection.fetchval(self._query, *args, column=column, timeout=timeout)


class Cursor:
    """Rows that come in portions."""

    def __init__(self, connection: Connection, query: str, args: tuple[object, ...], portion: int) -> None:
        self._connection = connection
        self._query = query
        self._args = args
        self._portion = portion
        self._rows: list[Record] = []

    async def __aiter__(self) -> AsyncIterator[Record]:
        await self._open()
        for position, row in enumerate(self._rows):
            if position and position % self._portion == 0:
                await self._connection._travel(f"FETCH {self._portion}")
            yield row

    def __await__(self) -> Generator[object, None, Cursor]:
        return self._open().__await__()

    async def _open(self) -> Cursor:
        if not self._connection.is_in_transaction():
            raise exceptions.InterfaceError("cursor cannot be created outside of a transaction")
        self._rows = await self._connection.fetch(self._query, *self._args)
        return self

    async def fetch(self, n: int) -> list[Record]:
        """The next rows, up to so many."""
        await self._connection._travel(f"FETCH {n}")
        rows, self._rows = self._rows[:n], self._rows[n:]
        return rows

    async def fetchrow(self) -> Record | None:
        """The next row, or None."""
        rows = await self.fetch(1)
        return rows[0] if rows else None

    async def forward(self, n: int) -> int:
        """Skips rows; answers how many."""
        return len(await self.fetch(n))


def _statements(script: str) -> list[str]:
    """A script's statements."""
    statements, begun = [], ""
    for part in script.split(";"):
        begun += part + ";"
        if sqlite3.complete_statement(begun):
            statements.append(begun)
            begun = ""
    return [*statements, begun]


def _short(query: str) -> str:
    words = " ".join(query.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
