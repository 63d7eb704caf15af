"""Lets threads stop where they wait for a socket, also inside files made of sockets."""

import _pyio
import contextlib
import io
import socket
from collections.abc import Callable
from types import ModuleType
from typing import override

from .. import threads, twins
from ..thread_locks import Wait, until, waits
from . import blocking, selector, sockets, wire

for _module in (selector, sockets):
    twins.weave(_module)


class _Sleeper:
    """Watches for a thread that waits."""

    def __init__(self, thread: threads.SimThread) -> None:
        self._thread = thread

    def woken(self, fd: int, events: int) -> None:
        """Something has changed: the thread looks again."""
        threads.wake(self._thread)


class _Threads(blocking.Threads):
    @override
    def steps(self, ready: Callable[[], bool], timeout: float | None, what: str, watchers: blocking.Watchers) -> Wait:
        deadline = None if timeout is None else until(timeout)
        while not ready():
            if deadline is not None and wire.now() >= deadline:
                raise TimeoutError("timed out")
            entry = _Sleeper(threads.begin_wait(deadline, what)), -1
            watchers.append(entry)
            yield
            with contextlib.suppress(ValueError):
                watchers.remove(entry)
        return True

    @override
    def are_there(self) -> bool:
        # A thread that waits inside a call that C made holds everybody up.
        return threads.current is threads.main_thread() and threads.any_alive()

    @override
    def run(self, steps: Wait) -> None:
        threads.wait(steps)


blocking.threads = _Threads()
waits(blocking.in_thread)(blocking.wait)


def install() -> None:
    """A thread cannot stop inside C: in threads, what reads from a socket is `io` as it is written in Python."""
    socket.SocketIO.read = _pyio.RawIOBase.read
    socket.SocketIO.readall = _pyio.RawIOBase.readall
    own = ModuleType("io")
    own.__dict__.update(io.__dict__, BufferedReader=_reader)
    socket.io = own


def _reader(raw: io.RawIOBase, size: int) -> io.BufferedIOBase:
    return (io if threads.current is threads.main_thread() else _pyio).BufferedReader(raw, size)
