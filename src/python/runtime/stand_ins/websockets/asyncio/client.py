"""Clients."""

import asyncio
import logging
import random
import traceback
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from types import TracebackType
from typing import Any

from .._http import USER_AGENT, check_response, parse_uri, parsed_response, request_for, serialized
from ..exceptions import InvalidHandshake, InvalidMessage, InvalidStatus, NegotiationError
from ..protocol import OPEN
from .connection import DEFAULT_SIZE, Connection, Options

__all__ = ["ClientConnection", "connect"]

_logger = logging.getLogger("websockets.client")
_FIRST, _LEAST, _MOST, _FACTOR = 5.0, 3.1, 90.0, 1.618
"""Seconds before another attempt, and by what they grow."""


class ClientConnection(Connection):
    """The client's side of a connection."""

    def __init__(self, options: Options) -> None:
        super().__init__(True, options)


def process_exception(exc: Exception) -> Exception | None:
    """What to do of a failed attempt: None tries again."""
    if isinstance(exc, OSError | TimeoutError):
        return None
    if isinstance(exc, InvalidMessage) and isinstance(exc.__cause__, EOFError):
        return None
    if isinstance(exc, InvalidStatus) and exc.response.status_code in (500, 502, 503, 504):
        return None
    return exc


def _pauses() -> Iterator[float]:
    yield random.random() * _FIRST
    pause = _LEAST
    while pause < _MOST:
        yield pause
        pause *= _FACTOR
    while True:
        yield _MOST


class connect:
    """A connection to a server: awaited, entered, or iterated over to connect again and again."""

    def __init__(
        self,
        uri: str,
        *,
        origin: str | None = None,
        subprotocols: list[str] | None = None,
        compression: str | None = "deflate",
        additional_headers: Mapping[str, str] | None = None,
        user_agent_header: str | None = USER_AGENT,
        process_exception: Callable[[Exception], Exception | None] = process_exception,
        open_timeout: float | None = 10,
        ping_interval: float | None = 20,
        ping_timeout: float | None = 20,
        close_timeout: float | None = 10,
        max_size: int | None = DEFAULT_SIZE,
        max_queue: int | None = 16,
        **kwargs: Any,
    ) -> None:
        self._uri = uri
        self._subprotocols = subprotocols
        self._headers = {**({} if origin is None else {"Origin": origin}), **(additional_headers or {})}
        self._user_agent = user_agent_header
        self._process_exception = process_exception
        self._options = Options(open_timeout, ping_interval, ping_timeout, close_timeout, max_size, max_queue)
        self._kwargs = kwargs

    def __await__(self) -> Generator[Any, None, ClientConnection]:
        return self._connect().__await__()

    async def _connect(self) -> ClientConnection:
        try:
            async with asyncio.timeout(self._options.open_timeout):
                return await self._open()
        except TimeoutError as error:
            raise TimeoutError("timed out during opening handshake") from error

    async def _open(self) -> ClientConnection:
        uri = parse_uri(self._uri)
        kwargs = {"host": uri.hostname, "port": uri.port or (443 if uri.scheme == "wss" else 80), **self._kwargs}
        kwargs.pop("ssl", None)
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(lambda: ClientConnection(self._options), **kwargs)
        try:
            connection.request = request_for(uri, self._subprotocols, self._headers, self._user_agent)
            connection.transport.write(serialized(connection.request))
            try:
                connection.response = parsed_response(await connection._head_came)
            except EOFError as error:
                raise InvalidMessage("did not receive a valid HTTP response") from error
            check_response(connection.request, connection.response)
            chosen = connection.response.headers.get("Sec-WebSocket-Protocol")
            if chosen is not None and chosen not in (self._subprotocols or []):
                raise NegotiationError(f"unsupported subprotocol: {chosen}")
            connection.subprotocol = chosen
        except BaseException as error:
            connection.transport.abort()
            if isinstance(error, InvalidHandshake):
                await connection.wait_closed()
            raise
        connection.state = OPEN
        connection.start_keepalive()
        return connection

    async def __aenter__(self) -> ClientConnection:
        self._connection = await self
        return self._connection

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._connection.close()

    async def __aiter__(self) -> AsyncIterator[ClientConnection]:
        pauses: Iterator[float] | None = None
        while True:
            try:
                async with self as connection:
                    yield connection
            except Exception as error:
                other = self._process_exception(error)
                if other is error:
                    raise
                if other is not None:
                    raise other from error
                pauses = pauses or _pauses()
                pause = next(pauses)
                reason = traceback.format_exception_only(error)[0].strip()
                _logger.info("connect failed; reconnecting in %.1f seconds: %s", pause, reason)
                await asyncio.sleep(pause)
            else:
                pauses = None


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for websockets.asyncio.client has no {name!r}")
