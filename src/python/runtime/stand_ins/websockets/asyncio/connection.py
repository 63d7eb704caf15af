"""A connection, from either side."""

import asyncio
import logging
import os
import uuid
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Iterable, Mapping
from typing import Any

from .._http import Request, Response, agrees, length_of
from ..exceptions import ConcurrencyError, ConnectionClosed, ConnectionClosedError, ConnectionClosedOK, PayloadTooBig, ProtocolError
from ..frames import Close, CloseCode, Frame, FrameReader, Opcode
from ..protocol import CLOSED, CLOSING, CONNECTING, OPEN, State

_OK = (CloseCode.NORMAL_CLOSURE, CloseCode.GOING_AWAY, CloseCode.NO_STATUS_RCVD)
DEFAULT_SIZE = 2**20


class Connection(asyncio.Protocol):
    """What both sides have in common."""

    def __init__(self, is_client: bool, options: Options) -> None:
        self.id = uuid.uuid4()
        self.logger = logging.getLogger("websockets.client" if is_client else "websockets.server")
        self.loop = asyncio.get_running_loop()
        self.request: Request | None = None
        self.response: Response | None = None
        self.subprotocol: str | None = None
        self.state: State = CONNECTING
        self.latency: float = 0.0
        self.transport: asyncio.Transport | None = None
        self._is_client = is_client
        self._options = options
        self._frames = FrameReader(from_client=not is_client, max_size=options.max_size)
        self._head = bytearray()
        self._head_came: asyncio.Future[bytes] = self.loop.create_future()
        self._lost: asyncio.Future[None] = self.loop.create_future()
        self._messages: deque[str | bytes] = deque()
        self._parts: list[bytes] = []
        self._kind: Opcode | None = None
        self._receiver: asyncio.Future[None] | None = None
        self._drained: asyncio.Future[None] | None = None
        self._pings: dict[bytes, tuple[asyncio.Future[float], float]] = {}
        self._received: Close | None = None
        self._sent: Close | None = None
        self._received_first: bool | None = None
        self._keepalive: asyncio.Task[None] | None = None

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for websockets: its connections have no {name!r}")

    @property
    def local_address(self) -> Any:
        """This side's address."""
        return self.transport.get_extra_info("sockname")

    @property
    def remote_address(self) -> Any:
        """The other side's address."""
        return self.transport.get_extra_info("peername")

    @property
    def close_code(self) -> int | None:
        """Why the connection ended, as a number; None before."""
        return None if self.state is not CLOSED else self._exception().code

    @property
    def close_reason(self) -> str | None:
        """Why, in words."""
        return None if self.state is not CLOSED else self._exception().reason

    def _exception(self) -> ConnectionClosed:
        fine = self._received is not None and self._sent is not None and self._received.code in _OK and self._sent.code in _OK
        return (ConnectionClosedOK if fine else ConnectionClosedError)(self._received, self._sent, self._received_first)

    # What arrives

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """As of every protocol."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """As of every protocol."""
        if not self._head_came.done():
            self._head += data
            head, end, rest = bytes(self._head).partition(b"\r\n\r\n")
            if not end:
                return
            if self._is_client and not agrees(head):
                if len(rest) >= length_of(head):
                    self._head_came.set_result(bytes(self._head))
                return
            self._head_came.set_result(head)
            data = rest
        if self.state is CLOSED:
            return
        try:
            for frame in self._frames.feed(data):
                self._take(frame)
        except ProtocolError as error:
            self._fail(CloseCode.PROTOCOL_ERROR, str(error))
        except PayloadTooBig as error:
            self._fail(CloseCode.MESSAGE_TOO_BIG, str(error))
        except UnicodeDecodeError as error:
            self._fail(CloseCode.INVALID_DATA, f"{error.reason} at position {error.start}")

    def eof_received(self) -> None:
        """As of every protocol."""

    def connection_lost(self, exc: Exception | None) -> None:
        """As of every protocol."""
        self.state = CLOSED
        if not self._head_came.done():
            self._head_came.set_exception(EOFError("connection closed while reading HTTP message"))
            self._head_came.exception()
        for waiter, _ in self._pings.values():
            if not waiter.done():
                waiter.set_exception(self._exception())
                waiter.exception()
        self._pings.clear()
        for waiter in (self._receiver, self._drained, self._lost):
            if waiter is not None and not waiter.done():
                waiter.set_result(None)
        if self._keepalive is not None:
            self._keepalive.cancel()

    def pause_writing(self) -> None:
        """As of every protocol."""
        self._drained = self.loop.create_future()

    def resume_writing(self) -> None:
        """As of every protocol."""
        if self._drained is not None and not self._drained.done():
            self._drained.set_result(None)
        self._drained = None

    def _take(self, frame: Frame) -> None:
        if frame.opcode is Opcode.PING:
            if self.state is OPEN:
                self._write(Frame(Opcode.PONG, frame.data))
        elif frame.opcode is Opcode.PONG:
            self._take_pong(frame.data)
        elif frame.opcode is Opcode.CLOSE:
            self._take_close(Close.parse(frame.data))
        else:
            self._take_part(frame)

    def _take_part(self, frame: Frame) -> None:
        if (frame.opcode is Opcode.CONT) != (self._kind is not None):
            raise ProtocolError("unexpected continuation frame" if self._kind is None else "expected a continuation frame")
        self._kind = self._kind or frame.opcode
        self._parts.append(frame.data)
        if not frame.fin:
            return
        data = b"".join(self._parts)
        message = data.decode() if self._kind is Opcode.TEXT else data
        self._parts, self._kind = [], None
        self._messages.append(message)
        if self._receiver is not None and not self._receiver.done():
            self._receiver.set_result(None)
        if len(self._messages) > self._options.max_queue:
            self.transport.pause_reading()

    def _take_pong(self, data: bytes) -> None:
        """Answers this ping and all before it."""
        if data not in self._pings:
            return
        for sent in list(self._pings):
            waiter, when = self._pings.pop(sent)
            self.latency = self.loop.time() - when
            if not waiter.done():
                waiter.set_result(self.latency)
            if sent == data:
                return

    def _take_close(self, close: Close) -> None:
        self._received = close
        if self._sent is None:
            self._received_first = True
            echoed = b"" if close.code == CloseCode.NO_STATUS_RCVD else close.serialize()
            self._sent = close
            self.state = CLOSING
            self._write(Frame(Opcode.CLOSE, echoed))
        else:
            self._received_first = False
        # It is the server that hangs up first.
        if not self._is_client:
            self.transport.close()

    def _fail(self, code: CloseCode, reason: str) -> None:
        """Ends a connection whose other side breaks the rules."""
        if self._sent is None:
            self._sent = Close(code, reason)
            self.state = CLOSING
            self._write(Frame(Opcode.CLOSE, self._sent.serialize()))
        self.transport.close()

    # What is sent

    def _write(self, frame: Frame) -> None:
        self.transport.write(frame.serialize(mask=self._is_client))

    async def _send(self, *frames: Frame) -> None:
        if self.state is not OPEN:
            await self._closing()
            raise self._exception() from None
        for frame in frames:
            self._write(frame)
        if self._drained is not None:
            await self._drained

    async def _closing(self) -> None:
        """Waits for the end of a connection that is being closed, but not for ever."""
        try:
            async with asyncio.timeout(self._options.close_timeout):
                await asyncio.shield(self._lost)
        except TimeoutError:
            self.transport.abort()
            await asyncio.shield(self._lost)

    async def send(self, message: Any, text: bool | None = None) -> None:
        """Sends a message: a text, bytes, or parts of either. Raises ConnectionClosed."""
        if isinstance(message, str | bytes | bytearray | memoryview):
            await self._send(_frame(message, text))
        elif isinstance(message, Mapping):
            raise TypeError("data is a dict-like object")
        elif isinstance(message, Iterable):
            parts = list(message)
            await self._send(*_fragments(parts, text))
        elif isinstance(message, AsyncIterable):
            opcode = None
            async for part in message:
                frame = _frame(part, text)
                first, opcode = opcode is None, opcode or frame.opcode
                await self._send(Frame(opcode if first else Opcode.CONT, frame.data, fin=False))
            if opcode is not None:
                await self._send(Frame(Opcode.CONT, b""))
        else:
            raise TypeError("data must be str, bytes, iterable, or async iterable")

    async def recv(self, decode: bool | None = None) -> Any:
        """The next message. Raises ConnectionClosed, and ConcurrencyError if somebody else waits for one."""
        if self._receiver is not None:
            raise ConcurrencyError("cannot call recv while another coroutine is already running recv or recv_streaming")
        while not self._messages:
            if self.state is CLOSED:
                raise self._exception()
            self._receiver = self.loop.create_future()
            try:
                await self._receiver
            finally:
                self._receiver = None
        message = self._messages.popleft()
        if len(self._messages) <= self._options.max_queue // 4 and self.state is not CLOSED:
            self.transport.resume_reading()
        if decode is None:
            return message
        if decode:
            return message if isinstance(message, str) else message.decode()
        return message.encode() if isinstance(message, str) else message

    async def __aiter__(self) -> AsyncIterator[Any]:
        try:
            while True:
                yield await self.recv()
        except ConnectionClosedOK:
            return

    async def ping(self, data: str | bytes | None = None) -> Awaitable[float]:
        """Sends a ping. Answers what awaits the pong and gives the seconds that it took. Raises ConnectionClosed."""
        content = os.urandom(4) if data is None else data.encode() if isinstance(data, str) else bytes(data)
        if content in self._pings:
            raise ConcurrencyError("already waiting for a pong with the same data")
        waiter = self.loop.create_future()
        self._pings[content] = waiter, self.loop.time()
        await self._send(Frame(Opcode.PING, content))
        return waiter

    async def pong(self, data: str | bytes = b"") -> None:
        """Sends a pong that nobody asked for."""
        await self._send(Frame(Opcode.PONG, data.encode() if isinstance(data, str) else bytes(data)))

    async def close(self, code: int = CloseCode.NORMAL_CLOSURE, reason: str = "") -> None:
        """Ends the connection, as both sides agree to."""
        if self.state is OPEN:
            self._sent = Close(code, reason)
            content = self._sent.serialize()
            self.state = CLOSING
            self._write(Frame(Opcode.CLOSE, content))
        await self._closing()

    async def wait_closed(self) -> None:
        """Waits until the connection has ended."""
        await asyncio.shield(self._lost)

    # Keeping alive

    def start_keepalive(self) -> None:
        """Begins to ping, if that is wanted."""
        if self._options.ping_interval is not None:
            self._keepalive = self.loop.create_task(self.keepalive())

    async def keepalive(self) -> None:
        """Pings from time to time; no answer ends the connection."""
        while True:
            await asyncio.sleep(self._options.ping_interval)
            try:
                waiter = await self.ping()
                if self._options.ping_timeout is not None:
                    async with asyncio.timeout(self._options.ping_timeout):
                        await waiter
            except TimeoutError:
                self._fail(CloseCode.INTERNAL_ERROR, "keepalive ping timeout")
                return
            except ConnectionClosed:
                return


class Options:
    """Limits and pauses, in bytes, messages and seconds."""

    def __init__(
        self,
        open_timeout: float | None,
        ping_interval: float | None,
        ping_timeout: float | None,
        close_timeout: float | None,
        max_size: int | None,
        max_queue: int | None,
    ) -> None:
        self.open_timeout = open_timeout
        self.ping_interval = ping_interval
        self.ping_timeout = ping_timeout
        self.close_timeout = close_timeout
        self.max_size = max_size
        self.max_queue = float("inf") if max_queue is None else max_queue


def _frame(message: Any, text: bool | None) -> Frame:
    if isinstance(message, str):
        return Frame(Opcode.BINARY if text is False else Opcode.TEXT, message.encode())
    if not isinstance(message, bytes | bytearray | memoryview):
        raise TypeError("data iterable must contain bytes or str")
    return Frame(Opcode.TEXT if text else Opcode.BINARY, bytes(message))


def _fragments(parts: list[Any], text: bool | None) -> list[Frame]:
    frames = [_frame(part, text) for part in parts]
    if len({frame.opcode for frame in frames}) > 1:
        raise TypeError("data iterable must contain uniform types")
    return [Frame(frame.opcode if at == 0 else Opcode.CONT, frame.data, at == len(frames) - 1) for at, frame in enumerate(frames)]


def broadcast(connections: Iterable[Connection], message: Any, raise_exceptions: bool = False) -> None:
    """Sends a message to several, waiting for nobody; those that are closed are left out."""
    if not isinstance(message, str | bytes | bytearray | memoryview):
        raise TypeError("data must be str or bytes")
    frame = _frame(message, None)
    errors: list[Exception] = []
    for connection in connections:
        if connection.state is not OPEN:
            continue
        try:
            connection._write(frame)
        except Exception as error:
            errors.append(error)
    if errors and raise_exceptions:
        raise ExceptionGroup("skipped broadcast", errors)
