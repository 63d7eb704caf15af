"""Stream channels: TCP and Unix sockets."""

import socket
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Protocol, override

from . import addresses, wire
from .channel import READ, WRITE, Address, Channel
from .errors import error

_CAPACITY = 4 << 20
"""Bytes that a connection holds in one direction, sent and not read: what Linux's buffers grow to (tcp_wmem, tcp_rmem)."""
_BOTH = READ | WRITE


class Peer(Protocol):
    """The other end of a connection, as what is sent arrives at it."""

    @property
    def unread(self) -> int:
        """How many bytes have arrived and were not read."""
        ...

    def arrive(self, data: bytes) -> None: ...
    def arrive_end(self) -> None: ...
    def arrive_reset(self) -> None: ...
    def wake(self, events: int) -> None: ...


class Stream(Channel):
    """One end of a connection, or a socket that listens for them."""

    def __init__(self, family: int, proto: int = 0) -> None:
        super().__init__(family, socket.SOCK_STREAM, proto)
        self._peer: Peer | None = None
        self._out = wire.Line("")
        self._incoming = bytearray()
        self._ended = False
        """Nothing more comes."""
        self._sent_end = False
        self._dead = False
        """The connection was reset."""
        self._closed = False
        self._connecting = 0
        """The I/O of the attempt to connect."""
        self._pending: deque[Stream] | None = None
        """Connections that wait to be accepted, where it listens."""

    @property
    def unread(self) -> int:
        return len(self._incoming)

    @property
    def under_way(self) -> int:
        """How many bytes were sent and have not arrived."""
        return self._out.under_way

    def on_landing(self, call: Callable[[], None]) -> None:
        """Has something called whenever fewer bytes are under way."""
        self._out.on_landing = call

    @property
    def peer(self) -> Peer | None:
        """The other end, where it is connected."""
        return self._peer

    @property
    def listening(self) -> bool:
        return self._pending is not None

    @property
    def connecting(self) -> int:
        """The I/O of the attempt to connect that is under way, or 0."""
        return self._connecting

    @property
    def target(self) -> str:
        """Whom it talks to or where it listens, in words."""
        return addresses.shown(self.local if self._pending is not None else self.remote)

    @property
    @override
    def connected(self) -> bool:
        return self._peer is not None and not self._dead

    @override
    def events(self) -> int:
        if self._pending is not None:
            return READ if self._pending else 0
        if self.failure or self._dead:
            return _BOTH
        if self._connecting:
            return 0
        if self._peer is None:
            return _BOTH
        writable = self._sent_end or 3 * self._room(self._peer) >= _CAPACITY
        return (READ if self._incoming or self._ended else 0) | (WRITE if writable else 0)

    @override
    def bind(self, address: Address) -> None:
        addresses.bind(self, address)

    @override
    def listen(self, backlog: int) -> None:
        if self.local is None:
            self.bind(("::", 0, 0, 0) if self.family == socket.AF_INET6 else ("0.0.0.0", 0))
        if self._pending is None:
            self._pending = deque()

    @override
    def accept(self) -> Channel:
        if self._pending is None:
            raise error("EINVAL")
        if not self._pending:
            raise error("EAGAIN")
        return self._pending.popleft()

    @override
    def connect(self, address: Address) -> None:
        if self.failure:
            raise error(self.take_failure())
        if self._peer is not None:
            raise error("EISCONN")
        if self._connecting:
            raise error("EALREADY")
        if self.family == socket.AF_UNIX:
            self._connect_here(address)
            return
        address = addresses.destination(address)
        self.local = self.local or addresses.local_for(self)
        delay, arrive = outside(self, address) if not addresses.is_local(str(address[0])) else (wire.round_trip(), None)
        attempt = partial(self._attempt, address, arrive)
        if delay == 0:
            attempt()
        else:
            self._connecting = wire.begin(delay, f"connect {addresses.shown(address)}", attempt)
        raise error("EINPROGRESS")

    def _attempt(self, address: Address, answer: Callable[[], str] | None) -> str:
        """The other side has answered; tells what went wrong."""
        self._connecting = 0
        if answer is not None:
            self.failure = answer()
        else:
            listener = addresses.owner(self.family, self.kind, address)
            if isinstance(listener, Stream) and listener.listening:
                self._connected(listener, address)
            else:
                self.failure = "ECONNREFUSED"
        self.wake(_BOTH)
        return self.failure

    def _connect_here(self, address: Address) -> None:
        listener = addresses.owner(self.family, self.kind, address)
        if listener is None:
            raise error("ENOENT")
        if not isinstance(listener, Stream) or not listener.listening:
            raise error("ECONNREFUSED")
        self._connected(listener, address)

    def _connected(self, listener: Stream, address: Address) -> None:
        other = Stream(self.family, self.proto)
        other.local = address
        self.link(other, address)
        other.link(self, self.local)
        if listener._pending is not None:
            listener._pending.append(other)
            listener.wake(READ)

    def link(self, peer: Peer, remote: Address) -> None:
        """Makes this the end of a connection."""
        self._peer = peer
        self.remote = remote
        inside = self.family == socket.AF_UNIX
        self._out = wire.Line(f"{addresses.shown(self.local)} → {addresses.shown(remote)}", inside)

    @override
    def send(self, data: memoryview) -> int:
        if self.failure:
            raise error(self.take_failure())
        if self._connecting:
            raise error("EAGAIN")
        peer = self._peer
        if peer is None or self._sent_end or self._dead:
            raise error("EPIPE")
        room = self._room(peer)
        if room <= 0 and data:
            raise error("EAGAIN")
        part = bytes(data[:room])
        if part:
            self._out.send(len(part), partial(peer.arrive, part))
        return len(part)

    def _room(self, peer: Peer) -> int:
        return _CAPACITY - self._out.under_way - peer.unread

    @override
    def receive(self, size: int, peek: bool = False) -> bytes:
        if self._incoming:
            data = bytes(self._incoming[:size])
            if not peek:
                del self._incoming[:size]
                if self._peer is not None:
                    self._peer.wake(WRITE)
            return data
        if self._ended:
            return b""
        if self.failure:
            raise error(self.take_failure())
        if self._dead:
            return b""
        if self._peer is None and not self._connecting:
            raise error("ENOTCONN")
        raise error("EAGAIN")

    def arrive(self, data: bytes) -> None:
        """Bytes have come. Whoever has closed answers them with a reset."""
        if self._closed:
            if self._peer is not None:
                self._out.send(0, self._peer.arrive_reset)
        elif not self._dead:
            self._incoming += data
            self.wake(READ)

    def arrive_end(self) -> None:
        """The other side sends nothing more."""
        self._ended = True
        self.wake(_BOTH if self._sent_end else READ)

    def arrive_reset(self) -> None:
        """The other side has broken the connection off: see `tcp_reset` in Linux."""
        if not self._closed and not self._dead:
            self._dead = True
            self.failure = "EPIPE" if self._ended else "ECONNRESET"
            self.wake(_BOTH)

    @override
    def shut_down(self, reading: bool, writing: bool) -> None:
        if self._peer is None or self._dead:
            raise error("ENOTCONN")
        if reading:
            self._ended = True
        if writing and not self._sent_end:
            self._sent_end = True
            self._out.send(0, self._peer.arrive_end)
        self.wake(_BOTH)

    @override
    def close(self) -> None:
        self._closed = True
        addresses.release(self)
        for waiting in self._pending or ():
            waiting.abort()
        if self._connecting:
            wire.end(self._connecting)
        if self._incoming:
            self.abort()
        elif self._peer is not None and not self._dead and not self._sent_end:
            self._sent_end = True
            self._out.send(0, self._peer.arrive_end)

    def abort(self) -> None:
        """Breaks the connection off, as closing does when something has come that nobody has read."""
        self._closed = True
        if self._peer is not None and not self._dead:
            self._out.send(0, self._peer.arrive_reset)


def pair(family: int) -> tuple[Stream, Stream]:
    """Two ends of a connection, as `socketpair` makes them."""
    one, other = Stream(family), Stream(family)
    one.link(other, None)
    other.link(one, None)
    return one, other


def _nothing_outside(_: Stream, __: Address) -> tuple[int | None, Callable[[], str]]:
    raise NotImplementedError("Loopscope does not simulate hosts that the program does not serve itself yet")


outside: Callable[[Stream, Address], tuple[int | None, Callable[[], str]]] = _nothing_outside
"""Who answers at an address that is not this machine's: after how many nanoseconds (None: never), and what makes the answer."""
