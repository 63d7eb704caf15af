"""What every channel has: addresses, options, readiness and who watches it."""

from typing import Protocol

from .errors import error

READ = 1
WRITE = 2
type Address = tuple[str | int, ...] | str | None


class Watcher(Protocol):
    """A selector."""

    def woken(self, fd: int, events: int) -> None:
        """A watched descriptor may have become ready."""
        ...


class Channel:
    """One end of what sockets are about. Its calls never wait: what can't be done now raises EAGAIN."""

    def __init__(self, family: int, kind: int, proto: int) -> None:
        self.family = family
        self.kind = kind
        self.proto = proto
        self.local: Address = None
        self.remote: Address = None
        self.options: dict[tuple[int, int], int | bytes] = {}
        self.failure = ""
        """The error that the next call, or `getsockopt(SO_ERROR)`, reports: the name of an errno."""
        self.descriptors = 0
        self.watchers: list[tuple[Watcher, int]] = []

    @property
    def connected(self) -> bool:
        """Whether it has a peer."""
        return self.remote is not None

    def events(self) -> int:
        """What it is ready for: READ, WRITE, both or neither."""
        raise NotImplementedError

    def wake(self, events: int) -> None:
        """Tells whoever watches that something has changed."""
        for watcher, fd in self.watchers:
            watcher.woken(fd, events)

    def take_failure(self) -> str:
        """The error that is pending, which is then reported."""
        failure, self.failure = self.failure, ""
        return failure

    def bind(self, address: Address) -> None:
        raise error("EOPNOTSUPP")

    def listen(self, backlog: int) -> None:
        raise error("EOPNOTSUPP")

    def accept(self) -> Channel:
        raise error("EOPNOTSUPP")

    def connect(self, address: Address) -> None:
        raise error("EOPNOTSUPP")

    def send(self, data: memoryview) -> int:
        raise error("EOPNOTSUPP")

    def send_to(self, data: memoryview, address: Address) -> int:
        """As `send`, to an address."""
        return self.send(data)

    def receive(self, size: int, peek: bool = False) -> bytes:
        raise error("EOPNOTSUPP")

    def receive_from(self, size: int, peek: bool = False) -> tuple[bytes, Address]:
        """As `receive`, and from whom."""
        return self.receive(size, peek), None

    def shut_down(self, reading: bool, writing: bool) -> None:
        raise error("ENOTCONN")

    def close(self) -> None:
        """The last descriptor is gone."""
