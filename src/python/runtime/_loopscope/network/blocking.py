"""Waiting for the network without giving way to the loop: what makes a blocking call block."""

from collections.abc import Callable, Generator

from .. import interrupts, log, places
from .. import vocabulary as v
from . import wire
from .channel import Watcher

_FOREVER = -1.0

type Watchers = list[tuple[Watcher, int]]
"""Whom a channel or a selector tells that something has changed."""


class Threads:
    """How threads wait; there are none before in_threads.py says how."""

    def steps(self, ready: Callable[[], bool], timeout: float | None, what: str, watchers: Watchers) -> Generator[None, None, bool]:
        """Pauses whenever the thread has to wait."""
        raise NotImplementedError

    def are_there(self) -> bool:
        """Whether others can run while the one that runs now waits."""
        return False

    def run(self, steps: Generator[None, None, bool]) -> None:
        """Lets others run at each pause."""
        raise NotImplementedError


threads = Threads()


def in_thread(ready: Callable[[], bool], timeout: float | None, what: str, watchers: Watchers) -> Generator[None, None, bool]:
    """What `wait` does in a thread."""
    return (yield from threads.steps(ready, timeout, what, watchers))


def wait(ready: Callable[[], bool], timeout: float | None, what: str, watchers: Watchers) -> None:
    """Holds whoever calls until `ready`, and moves the clock; where nothing can come, the run ends.

    Raises TimeoutError after `timeout` seconds.
    """
    if threads.are_there():
        threads.run(threads.steps(ready, timeout, what, watchers))
        return
    deadline = None if timeout is None else wire.now() + max(0, round(timeout * 1e9))
    while not ready():
        left = _FOREVER if deadline is None else (deadline - wire.now()) / 1e9
        if deadline is not None and left <= 0:
            raise TimeoutError("timed out")
        if not wire.flights and deadline is None:
            pressed = log.call(log.host.advance, -1, True)
            if pressed < 0:
                log.call(log.host.end, v.DEADLOCK, 3, _deadlock(what))
            interrupts.arrive(pressed)
            continue
        wire.arrived(log.numbers(log.host.block_io, left))
        interrupts.arrive(log.call(log.host.presses, True))


def _deadlock(what: str) -> str:
    site = places.where_called()
    return f"nothing can run again: {what}{f' at {site}' if site else ''} holds the event loop and waits for what only the loop could bring"
