"""What is under way: messages that take their time, in the order in which the engine lets them arrive.

The engine keeps when each arrives, so that the clock moves to it and nothing is called a deadlock while something may still come.
"""

import time
from collections.abc import Callable, Sequence
from random import Random

from .. import log
from .. import vocabulary as v
from ..log import emit

type Arrival = Callable[[], str | None]
"""Does what an arrival does; answers the name of the error that it is, if it is one."""

flights: dict[int, Arrival] = {}
"""What is to happen when each I/O ends, by its number."""

_NEVER = -1
_count = 0
now = time.monotonic_ns
"""The virtual time in nanoseconds."""


class Conditions:
    """How messages travel; the network's part of the conditions of a run."""

    def __init__(self) -> None:
        self.latency = 0
        """Nanoseconds that every message takes, one way."""
        self.bandwidth = 0
        """Bytes that a connection carries in a second and direction; 0 for no limit."""
        self.loss = 0.0
        """The share of messages that are lost and sent again."""
        self.retransmission = 200_000_000
        """Nanoseconds that sending again takes: TCP's shortest on Linux (TCP_RTO_MIN)."""
        self.random = Random(0)


conditions = Conditions()


def instant() -> bool:
    """Whether messages take no time at all, as on the loopback interface: then they arrive before the call that sends them returns."""
    return not (conditions.latency or conditions.bandwidth or conditions.loss)


def begin(delay: int | None, label: str, arrive: Arrival) -> int:
    """Begins an I/O that ends after `delay` nanoseconds (None: not by itself) with a call of `arrive`. Answers its number."""
    global _count
    _count += 1
    when = now() + (delay or 0)
    high, low = (_NEVER, 0) if delay is None else (when >> 31, when & ((1 << 31) - 1))
    emit((v.IO, _count, high, low, log.text(label)))
    flights[_count] = arrive
    return _count


def end(number: int, outcome: int = v.RESULT, text: str = "") -> None:
    """Ends an I/O before its time, or one that has no time; `text` says what went wrong, or what came of it."""
    if flights.pop(number, None) is not None:
        emit((v.IO_DONE, number, outcome, log.text(text), 0))


def watch(label: str) -> int:
    """A task waits for something outside that is no message: it is recorded as an I/O that nobody knows the end of. Answers its number."""
    global _count
    _count += 1
    emit((v.IO, _count, _NEVER, 0, log.text(label)))
    return _count


def arrived(numbers: Sequence[int]) -> None:
    """The engine has let these end, in this order; some may have been ended by one before, and one may say itself how it ended."""
    for number in numbers:
        arrive = flights.get(number)
        if arrive is not None:
            failure = arrive()
            end(number, v.EXCEPTION if failure else v.RESULT, failure or "")


class Line:
    """One direction of a connection: what is sent first arrives first."""

    def __init__(self, label: str, inside: bool = False) -> None:
        """`inside` the machine, nothing takes time."""
        self.label = label
        self.inside = inside
        self.under_way = 0
        """Bytes that were sent and have not arrived."""
        self.on_landing: Callable[[], None] | None = None
        """Called whenever fewer bytes are under way."""
        self._free = 0
        """When the next byte can leave."""
        self._last = 0
        """When what was sent last arrives."""

    def send(self, size: int, arrive: Arrival) -> None:
        """Sends so many bytes (0 for the end of the stream)."""
        if self.inside or (instant() and self._last <= now()):
            arrive()
            return
        self._free = max(self._free, now()) + _transmission(size)
        self._last = max(self._last, self._free + conditions.latency + _resends())
        self.under_way += size

        def landed() -> str | None:
            self.under_way -= size
            answer = arrive()
            if self.on_landing is not None:
                self.on_landing()
            return answer

        begin(self._last - now(), f"{size} bytes {self.label}" if size else f"the end of {self.label}", landed)


def round_trip() -> int:
    """How long it takes until an answer to a short message is there."""
    return 2 * conditions.latency + _resends()


def datagram_delay(size: int) -> int | None:
    """How long a datagram is under way; None for one that is lost."""
    if conditions.loss and conditions.random.random() < conditions.loss:
        return None
    return conditions.latency + _transmission(size)


def _transmission(size: int) -> int:
    return size * 1_000_000_000 // conditions.bandwidth if conditions.bandwidth else 0


def _resends() -> int:
    """How long it takes to send again what was lost, each time twice as long as before."""
    delay, pause = 0, conditions.retransmission
    while conditions.loss and conditions.random.random() < conditions.loss and delay < 60_000_000_000:
        delay += pause
        pause *= 2
    return delay
