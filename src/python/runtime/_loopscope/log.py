"""The event log: rows of five integers, a kind of `vocabulary` and its fields in order.

A crossing to JavaScript costs as much as several events, so events wait here until the loop turns or somebody drains the log. The host
then reads them straight from memory: a list and its integers lie there as CPython's headers say. The calls that are made most, `drain`
and `turn`, go by the cheapest way out that the interpreter has: the host answers its clock calls, and one clock that nobody asks for is
ours.
"""

import time
from array import array
from collections.abc import Callable
from functools import partial
from json import dumps, loads
from typing import Protocol

LONG = 4096 * 5
"""More integers than this should not wait for the end of a step that may not end."""
_HEADER = 14
_ROWS = 4
LAST_HANDLE = 5
_WAKE, NOW, _NEXT, INTERRUPTS = 6, 9, 11, 13
"""Where a time begins: when the first thread wakes, what the clock shows, and the next timer of the loop that was asked.

And how often Ctrl+C was pressed before the turn that has just begun.
"""
WOKEN, DEADLOCK = -1, -2
_LOW = (1 << 31) - 1
_LATEST = (1 << 53) - 1
_DRAIN = 1
_TURN = 2
_system_call = partial(time.clock_gettime_ns, time.CLOCK_THREAD_CPUTIME_ID)

rows: list[int] = []
"""The events that the host has not read; always this list, for the host knows where it is."""

shared = array("i", bytes(4 * _HEADER))
"""What the host sees: a call and its arguments, where the rows are, the handle that ran last, and the times.

Arguments other than the loop's number need only be given where they differ from 0, or the time from never: the host sets them back.
"""
shared[_ROWS] = id(rows)
shared[_WAKE] = -1

text_ids: dict[str, int] = {"": 0}
"""The numbers that `text` has given."""
_new_texts: list[str] = []

emit = rows.extend
"""Records one event or several: takes all five integers of each. Where it counts, `rows += event` does the same for less than a call."""


class Host(Protocol):
    """The engine and the recording, on the JavaScript side. Each call but `texts`, `bound_stack` and `new_loop` reads the log first.

    Numbers and texts go to and fro: what Pyodide makes of other things of JavaScript's differs from engine to engine, and with it
    the addresses of all that comes after.
    """

    def texts(self, texts_as_json: str) -> None: ...
    def bound_stack(self) -> None: ...
    def new_loop(self) -> int: ...
    def turn_continued(self) -> None: ...
    def select_loop(self, loop: int) -> None: ...
    def close_loop(self, loop: int, unrun: int) -> str: ...
    def sleep(self, seconds: float) -> float: ...
    def wait_io(self, loop: int, may_wait: bool, until: int) -> str: ...
    def block_io(self, seconds: float) -> str: ...
    def compute(self, nanoseconds: int) -> int: ...
    def presses(self, waits: bool) -> int: ...
    def advance(self, nanoseconds: int, blocked: bool) -> int: ...
    def is_due(self, loop: int, nanoseconds: int, after: int) -> bool: ...
    def rest(self) -> None: ...
    def end(self, outcome: int, status: int, text: str) -> None: ...


host: Host


def attach(to: Host) -> int:
    """Connects the log with its host; answers the address of what they share."""
    global host
    host = to
    return shared.buffer_info()[0]


def _tell_texts() -> None:
    """Gives the host the texts that events refer to. Near the recursion limit any call may fail; what the host has not read then stays."""
    host.texts(dumps(_new_texts))
    _new_texts.clear()


def drain() -> None:
    """Has the host read the log now."""
    if _new_texts:
        _tell_texts()
    shared[0] = _DRAIN
    _system_call()
    rows.clear()


def turn(loop: int, stopping: bool, unrun: int, wake: tuple[int, int, int] | None) -> int:
    """Has the engine begin a turn of a loop; `unrun` handles of the turn before never ran. Answers how many run now, or DEADLOCK.

    If the loop has nothing to do before the time of `wake` (two halves, and the handle after which that was settled; -1: never), the clock
    goes there instead, and the answer is WOKEN.
    """
    if _new_texts:
        _tell_texts()
    shared[0] = _TURN
    shared[1] = loop
    if stopping:
        shared[2] = 1
    if unrun:
        shared[3] = unrun
    if wake is not None:
        shared[_WAKE], shared[_WAKE + 1], shared[_WAKE + 2] = wake
    answer = _system_call() - 2
    rows.clear()
    return answer


def clock() -> int:
    """The clock as the host last told it, in nanoseconds."""
    return shared[NOW] << 31 | shared[NOW + 1]


def next_timer() -> int | None:
    """When the loop whose turn was asked for last has its next timer, in nanoseconds; None without any."""
    return None if shared[_NEXT] < 0 else shared[_NEXT] << 31 | shared[_NEXT + 1]


def call[T](method: Callable[..., T], *arguments: object) -> T:
    """Calls a method of the host's after it has read the log."""
    drain()
    return method(*arguments)


def numbers(method: Callable[..., str], *arguments: object) -> list[int]:
    """As `call`, of a method that answers numbers, as JSON."""
    return loads(call(method, *arguments))


def text(value: str) -> int:
    """The number by which events refer to a text."""
    number = text_ids.get(value)
    if number is None:
        number = text_ids[value] = len(text_ids)
        _new_texts.append(value)
    return number


def halves(seconds: float) -> tuple[int, int]:
    """A time in seconds as the two halves of its nanoseconds; what lies beyond 2**53 - 1 ns never comes."""
    nanoseconds = round(seconds * 1e9) if seconds < 9_007_199.0 else _LATEST
    return (nanoseconds >> 31, nanoseconds & _LOW) if nanoseconds > 0 else (0, 0)


def halved(nanoseconds: int) -> tuple[int, int]:
    """Nanoseconds as two integers that fit into an event."""
    return nanoseconds >> 31, nanoseconds & _LOW
