"""Datagram channels: UDP, and Unix sockets of datagrams."""

import socket
from collections import deque
from typing import override

from . import addresses, wire
from .channel import READ, WRITE, Address, Channel
from .errors import error

_LARGEST = 65_507
"""The most that a datagram holds: 65,535 bytes with the headers of IP and UDP."""
_CAPACITY = 212_992
"""Bytes that wait to be read before further datagrams are dropped: Linux's `rmem_default`."""


class Datagrams(Channel):
    """A socket for datagrams."""

    def __init__(self, family: int, proto: int = 0) -> None:
        super().__init__(family, socket.SOCK_DGRAM, proto)
        self._received: deque[tuple[bytes, Address]] = deque()

    @property
    def target(self) -> str:
        """Whom it talks to or where it listens, in words."""
        return addresses.shown(self.remote or self.local)

    @override
    def events(self) -> int:
        return WRITE | (READ if self._received or self.failure else 0)

    @override
    def bind(self, address: Address) -> None:
        addresses.bind(self, address)

    @override
    def connect(self, address: Address) -> None:
        self.remote = addresses.destination(address)
        if self.local is None and self.family != socket.AF_UNIX:
            addresses.bind(self, addresses.local_for(self))

    @override
    def send(self, data: memoryview) -> int:
        if self.remote is None:
            raise error("EDESTADDRREQ")
        return self.send_to(data, self.remote)

    @override
    def send_to(self, data: memoryview, address: Address) -> int:
        if self.failure:
            raise error(self.take_failure())
        if len(data) > _LARGEST:
            raise error("EMSGSIZE")
        if self.local is None and self.family != socket.AF_UNIX:
            addresses.bind(self, ("::", 0) if self.family == socket.AF_INET6 else ("0.0.0.0", 0))
        address = addresses.destination(address)
        content = bytes(data)
        delay = 0 if self.family == socket.AF_UNIX else wire.datagram_delay(len(content))

        def arrive() -> str:
            receiver = addresses.owner(self.family, self.kind, address)
            if isinstance(receiver, Datagrams):
                receiver.arrive(content, addresses.destination(self.local))
            elif self.remote == address and isinstance(address, tuple) and addresses.is_local(str(address[0])):
                self.failure = "ECONNREFUSED"
                self.wake(READ)
            return ""

        if delay == 0:
            arrive()
        elif delay is not None:
            wire.begin(delay, f"a datagram of {len(content)} bytes to {addresses.shown(address)}", arrive)
        return len(content)

    def arrive(self, data: bytes, sender: Address) -> None:
        """A datagram has come. A connected socket takes those of its peer only."""
        waiting = sum(len(content) for content, _ in self._received)
        if (self.remote is None or self.remote == sender) and waiting + len(data) <= _CAPACITY:
            self._received.append((data, sender))
            self.wake(READ)

    @override
    def receive(self, size: int, peek: bool = False) -> bytes:
        return self.receive_from(size, peek)[0]

    @override
    def receive_from(self, size: int, peek: bool = False) -> tuple[bytes, Address]:
        if not self._received:
            raise error(self.take_failure() or "EAGAIN")
        data, sender = self._received[0] if peek else self._received.popleft()
        return data[:size], sender

    @override
    def shut_down(self, reading: bool, writing: bool) -> None:
        if self.remote is None:
            raise error("ENOTCONN")

    @override
    def close(self) -> None:
        addresses.release(self)
