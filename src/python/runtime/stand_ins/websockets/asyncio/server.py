"""Servers."""

import asyncio
import http
import inspect
import logging
import socket
from collections.abc import Awaitable, Callable, Generator
from types import TracebackType
from typing import Any, Self

from .._http import USER_AGENT, Request, Response, parsed_request, refusal, response_for, serialized
from ..exceptions import InvalidHandshake, InvalidUpgrade, NegotiationError
from ..frames import CloseCode
from ..protocol import CLOSED, OPEN
from .connection import DEFAULT_SIZE, Connection, Options, broadcast

__all__ = ["Server", "ServerConnection", "broadcast", "serve"]

type _Handler = Callable[[ServerConnection], Awaitable[object]]


class ServerConnection(Connection):
    """The server's side of a connection."""

    def __init__(self, server: Server, options: Options) -> None:
        super().__init__(False, options)
        self.server = server

    def respond(self, status: int, text: str) -> Response:
        """An answer for `process_request` to give, which opens no connection."""
        return refusal(status, text)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """As of every protocol."""
        super().connection_made(transport)
        self.server._begin(self)


class Server:
    """A server that listens, with its connections."""

    def __init__(self, handler: _Handler, options: Options, choices: dict[str, Any]) -> None:
        self.handler = handler
        self.logger = logging.getLogger("websockets.server")
        self._options = options
        self._choices = choices
        self._handlers: dict[ServerConnection, asyncio.Task[None]] = {}
        self._closing: asyncio.Task[None] | None = None
        self._closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.server: asyncio.Server | None = None

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for websockets: its servers have no {name!r}")

    @property
    def connections(self) -> set[ServerConnection]:
        """The connections that are open."""
        return {connection for connection in self._handlers if connection.state is OPEN}

    @property
    def sockets(self) -> tuple[socket.socket, ...]:
        """Where it listens."""
        return self.server.sockets

    def is_serving(self) -> bool:
        """Whether it takes connections."""
        return self.server.is_serving()

    async def start_serving(self) -> None:
        """Begins to take connections."""
        await self.server.start_serving()

    async def serve_forever(self) -> None:
        """Takes connections until it is cancelled."""
        await self.server.serve_forever()

    def close(self, close_connections: bool = True, code: int = CloseCode.GOING_AWAY, reason: str = "") -> None:
        """Takes no more connections, and ends those that there are."""
        if self._closing is None:
            self._closing = asyncio.get_running_loop().create_task(self._close(close_connections, code, reason))

    async def _close(self, close_connections: bool, code: int, reason: str) -> None:
        self.server.close()
        await asyncio.sleep(0)
        ending = [asyncio.create_task(connection.close(code, reason)) for connection in self.connections if close_connections]
        if ending:
            await asyncio.wait(ending)
        if self._handlers:
            await asyncio.wait(self._handlers.values())
        if not self._closed.done():
            self._closed.set_result(None)

    async def wait_closed(self) -> None:
        """Waits until all connections have ended."""
        await asyncio.shield(self._closed)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
        await self.wait_closed()

    def _begin(self, connection: ServerConnection) -> None:
        self._handlers[connection] = asyncio.get_running_loop().create_task(self.conn_handler(connection))

    async def conn_handler(self, connection: ServerConnection) -> None:
        """A connection's life."""
        try:
            try:
                async with asyncio.timeout(self._options.open_timeout):
                    await self._handshake(connection)
            except TimeoutError, EOFError, InvalidHandshake:
                self.logger.error("opening handshake failed", exc_info=True)
                connection.transport.close()
                return
            if connection.state is not OPEN:
                return
            connection.start_keepalive()
            try:
                await self.handler(connection)
            except Exception:
                self.logger.error("connection handler failed", exc_info=True)
                await connection.close(CloseCode.INTERNAL_ERROR)
            else:
                await connection.close()
        finally:
            del self._handlers[connection]

    async def _handshake(self, connection: ServerConnection) -> None:
        connection.request = request = parsed_request(await connection._head_came)
        response = await self._answer(connection, request)
        if self._choices["process_response"] is not None:
            changed = self._choices["process_response"](connection, request, response)
            response = (await changed if inspect.isawaitable(changed) else changed) or response
        connection.response = response
        connection.transport.write(serialized(response))
        if response.status_code == 101:
            connection.state = OPEN
        else:
            connection.state = CLOSED
            connection.transport.close()

    async def _answer(self, connection: ServerConnection, request: Request) -> Response:
        if self._choices["process_request"] is not None:
            answer = self._choices["process_request"](connection, request)
            answer = await answer if inspect.isawaitable(answer) else answer
            if answer is not None:
                return answer
        if not self.is_serving():
            return refusal(http.HTTPStatus.SERVICE_UNAVAILABLE, "Server is shutting down.\n")
        try:
            connection.subprotocol = self._subprotocol(connection, request)
            return response_for(request, connection.subprotocol, USER_AGENT)
        except InvalidUpgrade as error:
            advice = "You cannot access a WebSocket server directly with a browser. You need a WebSocket client.\n"
            return refusal(http.HTTPStatus.UPGRADE_REQUIRED, f"Failed to open a WebSocket connection: {error}.\n\n{advice}")
        except InvalidHandshake as error:
            return refusal(http.HTTPStatus.BAD_REQUEST, f"Failed to open a WebSocket connection: {error}.\n")

    def _subprotocol(self, connection: ServerConnection, request: Request) -> str | None:
        offered = [name.strip() for name in request.headers.get("Sec-WebSocket-Protocol", "").split(",") if name.strip()]
        if self._choices["select_subprotocol"] is not None:
            return self._choices["select_subprotocol"](connection, offered)
        wanted = self._choices["subprotocols"]
        if wanted is None:
            return None
        chosen = next((name for name in wanted if name in offered), None)
        if chosen is None:
            raise NegotiationError(
                f"no subprotocol is offered; need one of {', '.join(wanted)}"
                if not offered
                else f"invalid subprotocol; expected one of {', '.join(wanted)}"
            )
        return chosen


class serve:
    """A server: awaited or entered."""

    def __init__(
        self,
        handler: _Handler,
        host: Any = None,
        port: int | None = None,
        *,
        subprotocols: list[str] | None = None,
        select_subprotocol: Callable[[ServerConnection, list[str]], str | None] | None = None,
        compression: str | None = "deflate",
        process_request: Callable[[ServerConnection, Request], Any] | None = None,
        process_response: Callable[[ServerConnection, Request, Response], Any] | None = None,
        open_timeout: float | None = 10,
        ping_interval: float | None = 20,
        ping_timeout: float | None = 20,
        close_timeout: float | None = 10,
        max_size: int | None = DEFAULT_SIZE,
        max_queue: int | None = 16,
        **kwargs: Any,
    ) -> None:
        self._handler = handler
        self._place = host, port
        self._options = Options(open_timeout, ping_interval, ping_timeout, close_timeout, max_size, max_queue)
        self._choices = {
            "subprotocols": subprotocols,
            "select_subprotocol": select_subprotocol,
            "process_request": process_request,
            "process_response": process_response,
        }
        self._kwargs = kwargs

    def __await__(self) -> Generator[Any, None, Server]:
        return self._listen().__await__()

    async def _listen(self) -> Server:
        server = Server(self._handler, self._options, self._choices)
        kwargs = {name: value for name, value in self._kwargs.items() if name != "ssl"}
        loop = asyncio.get_running_loop()
        server.server = await loop.create_server(lambda: ServerConnection(server, self._options), *self._place, **kwargs)
        return server

    async def __aenter__(self) -> Server:
        self._server = await self
        return self._server

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.close()
        await self._server.wait_closed()


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for websockets.asyncio.server has no {name!r}")
