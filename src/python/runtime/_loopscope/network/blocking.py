"""Waiting for the network without giving way to the loop: what makes a blocking call block."""

from collections.abc import Callable

from .. import log, places
from .. import vocabulary as v
from . import wire

_FOREVER = -1.0


def wait(ready: Callable[[], bool], timeout: float | None, what: str) -> None:
    """Holds whoever calls until `ready`, and moves the clock; where nothing can come, the run ends.

    Raises TimeoutError after `timeout` seconds.
    """
    deadline = None if timeout is None else wire.now() + max(0, round(timeout * 1e9))
    while not ready():
        left = _FOREVER if deadline is None else (deadline - wire.now()) / 1e9
        if deadline is not None and left <= 0:
            raise TimeoutError("timed out")
        if not wire.flights and deadline is None:
            log.call(log.host.end, v.DEADLOCK, 3, _deadlock(what))
        wire.arrived(log.call(log.host.block_io, left))


def _deadlock(what: str) -> str:
    site = places.where_called()
    return f"nothing can run again: {what}{f' at {site}' if site else ''} holds the event loop and waits for what only the loop could bring"
