"""The class that stands for C's `_socket.socket`, under CPython's own `socket.socket`."""

import socket
import struct
import warnings
from collections.abc import Buffer, Callable, Iterable

from . import blocking, datagrams, descriptors, names, streams
from .channel import READ, WRITE, Address, Channel
from .errors import error, number

_FLAGS = socket.SOCK_NONBLOCK | socket.SOCK_CLOEXEC
_WAITS = {
    "accept": "accept()",
    "connect": "connect()",
    "receive": "recv()",
    "receive_from": "recvfrom()",
    "send": "send()",
    "send_to": "sendto()",
}
AF_UNIX = 1

default_timeout: float | None = None


def _new_channel(family: int, kind: int, proto: int) -> Channel:
    if family not in (socket.AF_INET, socket.AF_INET6, AF_UNIX):
        raise error("EAFNOSUPPORT")
    if kind == socket.SOCK_STREAM:
        return streams.Stream(family, proto)
    if kind == socket.SOCK_DGRAM:
        return datagrams.Datagrams(family, proto)
    raise NotImplementedError(f"Loopscope simulates stream and datagram sockets, not those of type {kind}")


class Socket:
    """A socket of the simulated network."""

    __slots__ = ("_family", "_fd", "_proto", "_timeout", "_type")

    def __init__(self, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None) -> None:
        self._fd = -1
        self._family, self._type, self._proto = family, type, proto
        self._timeout = 0.0 if type != -1 and type & socket.SOCK_NONBLOCK else default_timeout
        if fileno is None:
            channel = _new_channel(int(family), int(type) & ~_FLAGS, max(0, int(proto)))
            self._fd = descriptors.open_channel(channel)
        else:
            channel = descriptors.channel_of(fileno)
            self._fd = fileno
        self._family, self._type, self._proto = channel.family, channel.kind, channel.proto

    def __del__(self) -> None:
        if self._fd != -1:
            warnings.warn(f"unclosed {self!r}", ResourceWarning, stacklevel=2, source=self)
            Socket.close(self)

    @property
    def family(self) -> int:
        """The address family, a number: `socket.socket` makes it a word."""
        return self._family

    @property
    def type(self) -> int:
        """The kind of socket, a number."""
        return self._type

    @property
    def proto(self) -> int:
        """The protocol."""
        return self._proto

    @property
    def timeout(self) -> float | None:
        """The timeout in seconds; None waits for ever."""
        return self._timeout

    def fileno(self) -> int:
        return self._fd

    def detach(self) -> int:
        fd, self._fd = self._fd, -1
        return fd

    def close(self) -> None:
        fd, self._fd = self._fd, -1
        if fd != -1 and fd in descriptors.table:
            descriptors.close_descriptor(fd)

    def settimeout(self, value: float | None) -> None:
        if value is not None and value < 0:
            raise ValueError("Timeout value out of range")
        self._timeout = None if value is None else float(value)

    def gettimeout(self) -> float | None:
        return self._timeout

    def setblocking(self, flag: bool) -> None:
        self._timeout = None if flag else 0.0

    def getblocking(self) -> bool:
        return self._timeout != 0

    @property
    def _channel(self) -> Channel:
        return descriptors.channel_of(self._fd)

    def bind(self, address: Address) -> None:
        self._channel.bind(self._checked(address, "bind"))

    def listen(self, backlog: int = 128) -> None:
        self._channel.listen(backlog)

    def _accept(self) -> tuple[int, Address]:
        channel = self._do(READ, "accept")
        return descriptors.open_channel(channel), "" if channel.family == AF_UNIX else channel.remote

    def connect(self, address: Address) -> None:
        channel = self._channel
        try:
            channel.connect(self._checked(address, "connect"))
        except BlockingIOError:
            if self._timeout == 0:
                raise
            blocking.wait(lambda: bool(channel.events() & WRITE), self._timeout, _WAITS["connect"], channel.watchers)
            if channel.failure:
                raise error(channel.take_failure()) from None

    def connect_ex(self, address: Address) -> int:
        try:
            self.connect(address)
        except OSError as problem:
            return problem.errno or number("EAGAIN")
        return 0

    def send(self, data: Buffer, flags: int = 0) -> int:
        return self._do(WRITE, "send", memoryview(data).cast("B"))

    def sendall(self, data: Buffer, flags: int = 0) -> None:
        view = memoryview(data).cast("B")
        while view:
            view = view[self._do(WRITE, "send", view) :]

    def sendmsg(self, buffers: Iterable[Buffer], ancillary: object = (), flags: int = 0, address: Address = None) -> int:
        data = memoryview(b"".join(bytes(buffer) for buffer in buffers))
        return self._do(WRITE, "send", data) if address is None else self.sendto(data, address)

    def sendto(self, data: Buffer, *flags_and_address: object) -> int:
        address = self._checked(flags_and_address[-1], "sendto")
        return self._do(WRITE, "send_to", memoryview(data).cast("B"), address)

    def recv(self, size: int, flags: int = 0) -> bytes:
        if size < 0:
            raise ValueError("negative buffersize in recv")
        return self._do(READ, "receive", size, bool(flags & socket.MSG_PEEK))

    def recvfrom(self, size: int, flags: int = 0) -> tuple[bytes, Address]:
        return self._do(READ, "receive_from", size, bool(flags & socket.MSG_PEEK))

    def recv_into(self, buffer: Buffer, size: int = 0, flags: int = 0) -> int:
        view = memoryview(buffer).cast("B")
        data = self.recv(size or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def recvfrom_into(self, buffer: Buffer, size: int = 0, flags: int = 0) -> tuple[int, Address]:
        view = memoryview(buffer).cast("B")
        data, address = self.recvfrom(size or len(view), flags)
        view[: len(data)] = data
        return len(data), address

    def shutdown(self, how: int) -> None:
        self._channel.shut_down(how in (socket.SHUT_RD, socket.SHUT_RDWR), how in (socket.SHUT_WR, socket.SHUT_RDWR))

    def getsockname(self) -> Address:
        channel = self._channel
        nameless: dict[int, Address] = {socket.AF_INET: ("0.0.0.0", 0), socket.AF_INET6: ("::", 0, 0, 0)}
        return nameless.get(channel.family, "") if channel.local is None else channel.local

    def getpeername(self) -> Address:
        channel = self._channel
        if not channel.connected:
            raise error("ENOTCONN")
        return channel.remote or ""

    def getsockopt(self, level: int, option: int, size: int = 0) -> int | bytes:
        channel = self._channel
        known = {socket.SO_ERROR: lambda: number(channel.take_failure()), socket.SO_TYPE: lambda: channel.kind}
        answer = known[option]() if level == socket.SOL_SOCKET and option in known else channel.options.get((level, option), 0)
        return struct.pack("i", answer) if size and isinstance(answer, int) else answer

    def setsockopt(self, level: int, option: int, value: int | bytes | None, size: int = 0) -> None:
        self._channel.options[level, option] = value if isinstance(value, bytes) else int(value or 0)

    def _do[T](self, events: int, method: str, *arguments: object) -> T:
        """Has the channel do it as soon as it can, within the timeout."""
        channel = self._channel
        operation: Callable[..., T] = getattr(channel, method)
        while True:
            try:
                return operation(*arguments)
            except BlockingIOError:
                if self._timeout == 0:
                    raise
            blocking.wait(lambda: bool(channel.events() & events), self._timeout, _WAITS[method], channel.watchers)

    def _checked(self, address: object, called: str) -> Address:
        """The address as a channel takes it; a name becomes the number that it stands for."""
        if self._family == AF_UNIX:
            return address
        if not isinstance(address, tuple):
            raise TypeError(
                f"{called}(): AF_INET{'6' * (self._family == socket.AF_INET6)} address must be tuple, not {type(address).__name__}"
            )
        host, port, *rest = address
        if not isinstance(port, int):
            raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
        if not 0 <= port <= 0xFFFF:
            raise OverflowError(f"{called}(): port must be 0-65535.")
        host = {"": "0.0.0.0", "<broadcast>": "255.255.255.255"}.get(host, host)
        return (names.number_of(host, self._family), port, *rest)
