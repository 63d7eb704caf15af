"""A pool of connections: at most `max_size` at once, lent in the order in which they were asked for."""

import asyncio
from collections.abc import Awaitable, Callable, Generator, Sequence
from typing import Self

from _loopscope.pools import ConnectionPool

from . import exceptions
from ._connection import Connection, connect
from ._record import Record


def create_pool(
    dsn: str | None = None,
    *,
    min_size: int = 10,
    max_size: int = 10,
    init: Callable[[Connection], Awaitable[None]] | None = None,
    setup: Callable[[Connection], Awaitable[None]] | None = None,
    **options: object,
) -> Pool:
    """A pool, to be awaited or entered with `async with`."""
    if max_size <= 0:
        raise ValueError("max_size is expected to be greater than zero")
    if min_size < 0:
        raise ValueError("min_size is expected to be greater or equal to zero")
    if min_size > max_size:
        raise ValueError("min_size is greater than max_size")
    return Pool(dsn, min_size, max_size, init, setup, options)


class Pool:
    """As `asyncpg.Pool`."""

    def __init__(self, dsn: str | None, min_size: int, max_size: int, init: object, setup: object, options: dict[str, object]) -> None:
        self._dsn = dsn
        self._min_size = min_size
        self._max_size = max_size
        self._init = init
        self._setup = setup
        self._options = {name: value for name, value in options.items() if name not in _OF_POOLS}
        self._permits = ConnectionPool(max_size)
        self._idle: list[Connection] = []
        self._lent: set[Connection] = set()
        self._ready = False
        self._closed = False

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for asyncpg: its Pool has no {name!r}")

    def __await__(self) -> Generator[object, None, Pool]:
        return self._start().__await__()

    async def _start(self) -> Pool:
        if not self._ready:
            self._ready = True
            self._idle += await asyncio.gather(*(self._connect() for _ in range(self._min_size)))
        return self

    async def __aenter__(self) -> Self:
        await self._start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _connect(self) -> Connection:
        connection = await connect(self._dsn, **self._options)
        if self._init is not None:
            await self._init(connection)
        return connection

    def acquire(self, *, timeout: float | None = None) -> Acquiring:
        """A connection, awaited or for `async with`."""
        return Acquiring(self, timeout)

    async def _acquire(self, timeout: float | None) -> Connection:
        if not self._ready:
            raise exceptions.InterfaceError("pool is not initialized")
        if self._closed:
            raise exceptions.InterfaceError("pool is closed")
        async with asyncio.timeout(timeout):
            await self._permits.acquire()
        try:
            connection = self._idle.pop() if self._idle else await self._connect()
            if self._setup is not None:
                await self._setup(connection)
        except BaseException:
            self._permits.release()
            raise
        self._lent.add(connection)
        return connection

    async def release(self, connection: Connection, *, timeout: float | None = None) -> None:
        """Gives a connection back; what it left open is undone."""
        if connection not in self._lent:
            raise exceptions.InterfaceError("the connection is not of this pool, or was given back before")
        self._lent.discard(connection)
        while connection._transactions:
            connection._end(connection._transactions[-1], keep=False)
        if not connection.is_closed():
            self._idle.append(connection)
        self._permits.release()

    async def execute(self, query: str, *args: object, timeout: float | None = None) -> str:
        """As `Connection.execute`, on a connection of the pool."""
        async with self.acquire() as connection:
            return await connection.execute(query, *args, timeout=timeout)

    async def executemany(self, command: str, args: Sequence[Sequence[object]], *, timeout: float | None = None) -> None:
        """As `Connection.executemany`, on a connection of the pool."""
        async with self.acquire() as connection:
            await connection.executemany(command, args, timeout=timeout)

    async def fetch(self, query: str, *args: object, timeout: float | None = None) -> list[Record]:
        """As `Connection.fetch`, on a connection of the pool."""
        async with self.acquire() as connection:
            return await connection.fetch(query, *args, timeout=timeout)

    async def fetchrow(self, query: str, *args: object, timeout: float | None = None) -> Record | None:
        """As `Connection.fetchrow`, on a connection of the pool."""
        async with self.acquire() as connection:
            return await connection.fetchrow(query, *args, timeout=timeout)

    async def fetchval(self, query: str, *args: object, column: int = 0, timeout: float | None = None) -> object:
        """As `Connection.fetchval`, on a connection of the pool."""
        async with self.acquire() as connection:
            return await connection.fetchval(query, *args, column=column, timeout=timeout)

    def get_size(self) -> int:
        """How many connections there are."""
        return len(self._idle) + len(self._lent)

    def get_min_size(self) -> int:
        """How many connections it keeps."""
        return self._min_size

    def get_max_size(self) -> int:
        """How many connections there may be."""
        return self._max_size

    def get_idle_size(self) -> int:
        """How many connections nobody uses."""
        return len(self._idle)

    async def close(self) -> None:
        """Waits until all connections were given back, and closes them."""
        if self._closed:
            return
        self._closed = True
        for _ in range(self._max_size):
            await self._permits.acquire()
        self.terminate()

    def terminate(self) -> None:
        """Closes all connections at once."""
        self._closed = True
        for connection in [*self._idle, *self._lent]:
            connection.terminate()
        self._idle.clear()


_OF_POOLS = frozenset({"max_queries", "max_inactive_connection_lifetime", "connection_class", "record_class", "loop", "command_timeout"})


class Acquiring:
    """A connection that is asked for: awaited, or entered and given back."""

    def __init__(self, pool: Pool, timeout: float | None) -> None:
        self._pool = pool
        self._timeout = timeout

    def __await__(self) -> Generator[object, None, Connection]:
        return self._pool._acquire(self._timeout).__await__()

    async def __aenter__(self) -> Connection:
        self._connection = await self._pool._acquire(self._timeout)
        return self._connection

    async def __aexit__(self, *_: object) -> None:
        await self._pool.release(self._connection)
