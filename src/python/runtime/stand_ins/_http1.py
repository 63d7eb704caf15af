"""HTTP/1.1 over asyncio's streams, as much of RFC 9112 as stand-ins for HTTP libraries need. TLS is left out: https goes in the clear."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from urllib.parse import SplitResult

from _loopscope.network import addresses, wire
from _loopscope.pools import ConnectionPool
from _loopscope.sessions import Session

type Headers = list[tuple[str, str]]

_CHUNK = 65_536
_PORTS = {"http": 80, "https": 443}
_HEAD = 65_536
"""The longest start line with headers that is read."""


class DisconnectedError(Exception):
    """The other side hung up in the middle of a message."""


def header(headers: Headers, name: str) -> str | None:
    """A header's value, its name in any case; the last one's if there are several."""
    return next((value for key, value in reversed(headers) if key.lower() == name), None)


async def read_head(reader: asyncio.StreamReader) -> tuple[str, Headers]:
    """The start line and the headers of a message. Raises DisconnectedError."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError:
        raise DisconnectedError("Server disconnected") from None
    start, *lines = head[:-4].decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return start, [(name.strip(), value.strip()) for name, _, value in pairs]


async def read_body(reader: asyncio.StreamReader, headers: Headers, until_end: bool) -> AsyncIterator[bytes]:
    """A message's content, in the portions in which it comes. Raises DisconnectedError."""
    length = header(headers, "content-length")
    if "chunked" in (header(headers, "transfer-encoding") or "").lower():
        while size := int((await _exactly(reader.readline())).split(b";")[0], 16):
            yield await _exactly(reader.readexactly(size))
            await _exactly(reader.readline())
        await _exactly(reader.readline())
    elif length is not None:
        left = int(length)
        while left:
            part = await reader.read(min(left, _CHUNK))
            if not part:
                raise DisconnectedError("Response payload is not completed")
            left -= len(part)
            yield part
    elif until_end:
        while part := await reader.read(_CHUNK):
            yield part


async def _exactly(reading: Awaitable[bytes]) -> bytes:
    try:
        part = await reading
    except asyncio.IncompleteReadError:
        part = b""
    if not part:
        raise DisconnectedError("Response payload is not completed")
    return part


def message(start: str, headers: Headers, body: bytes) -> bytes:
    """A message as it is sent."""
    lines = [start, *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def _is_own(url: SplitResult) -> bool:
    """Whether the program asks itself."""
    host = url.hostname or ""
    return host in addresses.LOCAL_NAMES or addresses.is_local(host)


class _Connection:
    """A connection to a host, lent to one request at a time."""

    def __init__(self, origin: tuple[str, int], reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.origin = origin
        self.reader = reader
        self.writer = writer

    @property
    def usable(self) -> bool:
        """Whether the other side has not hung up meanwhile."""
        return not (self.reader.at_eof() or self.writer.is_closing())


class Connections:
    """Connections that are kept open for the next request: at most `limit` at once, and `limit_per_host` to one host; 0 for no limit."""

    def __init__(self, limit: int, limit_per_host: int, pool: type[ConnectionPool] = ConnectionPool) -> None:
        self._permits = pool(limit) if limit else None
        self._limit_per_host = limit_per_host
        self._by_host: dict[tuple[str, int], asyncio.Semaphore] = {}
        self._idle: list[_Connection] = []
        self.closed = False

    async def request(
        self,
        session: Session,
        method: str,
        url: SplitResult,
        headers: Headers,
        body: bytes,
        connecting: AbstractAsyncContextManager[object],
        reading: AbstractAsyncContextManager[object],
    ) -> Reply:
        """Sends a request, within `connecting`, and reads the head of its reply, within `reading`.

        Raises OSError where nobody can be reached, and DisconnectedError.
        """
        # A host of the world tells of its answers itself.
        number = wire.begin(None, f"{method} {url.geturl()}", lambda: None) if _is_own(url) else 0
        connection = None
        item = session.begin(f"{method} {url.geturl()}")
        try:
            async with connecting:
                connection, reused = await self._lend(url)
            path = f"{url.path or '/'}{f'?{url.query}' if url.query else ''}"
            sent = message(f"{method} {path} HTTP/1.1", headers, body)
            async with reading:
                try:
                    connection.writer.write(sent)
                    start, received = await read_head(connection.reader)
                except DisconnectedError:
                    # The server may have hung up before it saw this request.
                    if not reused:
                        raise
                    connection.writer.close()
                    connection = await self._open(connection.origin)
                    connection.writer.write(sent)
                    start, received = await read_head(connection.reader)
        except BaseException:
            wire.end(number)
            session.end(item)
            if connection is not None:
                self._give_back(connection, keep=False)
            raise

        def release(keep: bool) -> None:
            wire.end(number)
            session.end(item)
            self._give_back(connection, keep)

        return Reply(start, received, connection, method == "HEAD", release)

    async def _lend(self, url: SplitResult) -> tuple[_Connection, bool]:
        """A connection, and whether it was used before."""
        origin = url.hostname or "", url.port or _PORTS.get(url.scheme, 80)
        for permits in self._permits_for(origin):
            await permits.acquire()
        try:
            self._idle = [idle for idle in self._idle if idle.usable]
            for idle in self._idle:
                if idle.origin == origin:
                    self._idle.remove(idle)
                    return idle, True
            return await self._open(origin), False
        except BaseException:
            self._release(origin)
            raise

    @staticmethod
    async def _open(origin: tuple[str, int]) -> _Connection:
        return _Connection(origin, *await asyncio.open_connection(*origin, limit=_HEAD))

    def _permits_for(self, origin: tuple[str, int]) -> list[asyncio.Semaphore]:
        permits = [] if self._permits is None else [self._permits]
        if self._limit_per_host:
            if origin not in self._by_host:
                self._by_host[origin] = ConnectionPool(self._limit_per_host)
            permits.append(self._by_host[origin])
        return permits

    def _release(self, origin: tuple[str, int]) -> None:
        for permits in self._permits_for(origin):
            permits.release()

    def _give_back(self, connection: _Connection, keep: bool) -> None:
        if keep and not self.closed and connection.usable:
            self._idle.append(connection)
        else:
            connection.writer.close()
        self._release(connection.origin)

    def close(self) -> None:
        """Closes the connections that nobody uses, and those in use when they are given back."""
        self.closed = True
        for connection in self._idle:
            connection.writer.close()
        self._idle.clear()


class Reply:
    """What a server answers: its head is there, its content comes."""

    def __init__(self, start: str, headers: Headers, connection: _Connection, empty: bool, release: Callable[[bool], object]) -> None:
        _, status, *reason = start.split(" ", 2)
        self.status = int(status)
        self.reason = reason[0] if reason else ""
        self.headers = headers
        self._empty = empty or self.status in (204, 304)
        self._reader = connection.reader
        self._release: Callable[[bool], object] | None = release

    async def parts(self) -> AsyncIterator[bytes]:
        """The content, in portions; its connection is free afterwards."""
        if not self._empty:
            async for part in read_body(self._reader, self.headers, until_end=True):
                yield part
        kept = header(self.headers, "content-length") is not None or header(self.headers, "transfer-encoding") is not None or self._empty
        self.release(kept and (header(self.headers, "connection") or "").lower() != "close")

    def release(self, keep: bool = False) -> None:
        """Gives the connection back; what has not been read is lost unless all of it was."""
        release, self._release = self._release, None
        if release is not None:
            release(keep)
