"""The event log: rows of five 32-bit integers in a fixed buffer that the host reads straight from memory.

A crossing to JavaScript costs as much as several events, so events wait here until the buffer is full or the loop turns.
"""

import json
from array import array
from collections.abc import Callable, Sequence
from struct import Struct
from typing import Protocol

ROWS = 4096
_ROW = Struct("<5i")
_ROW_SIZE = _ROW.size
_SIZE = ROWS * _ROW_SIZE
_HALF = 1 << 31

_pack = _ROW.pack_into
_buffer = array("i", bytes(_SIZE))
_used = 0
_text_ids: dict[str, int] = {"": 0}
_new_texts: list[str] = []


class Host(Protocol):
    """The engine and the recording, on the JavaScript side. `rows` says how much of the buffer is filled; the host empties it."""

    def drain(self, rows: int) -> None: ...
    def texts(self, texts_as_json: str) -> None: ...
    def new_loop(self) -> int: ...
    def select_loop(self, loop: int, rows: int) -> None: ...
    def turn(self, loop: int, stopping: bool, unrun: int, rows: int) -> int: ...
    def turn_continued(self) -> None: ...
    def close_loop(self, loop: int, unrun: int, rows: int) -> Sequence[int]: ...
    def sleep(self, seconds: float, rows: int) -> None: ...
    def end(self, outcome: int, status: int, text: str, rows: int) -> None: ...


host: Host


def attach(to: Host) -> int:
    """Connects the log with its host; answers the buffer's address in memory."""
    global host
    host = to
    return _buffer.buffer_info()[0]


def emit(kind: int, a: int = 0, b: int = 0, c: int = 0, d: int = 0) -> None:
    """Records one event: a kind of `vocabulary` and its fields in order.

    Near the recursion limit any call may fail, so an event is either written or not, and a buffer that could not be emptied stays full.
    """
    global _used
    if _used == _SIZE:
        drain()
    _pack(_buffer, _used, kind, a, b, c, d)
    _used += _ROW_SIZE


def drain() -> None:
    """Has the host read the log now."""
    call(host.drain)


def call[T](method: Callable[..., T], *arguments: object) -> T:
    """Calls a method of the host's, which reads the log first: its last argument is how many rows there are."""
    global _used
    if _new_texts:
        host.texts(json.dumps(_new_texts))
        _new_texts.clear()
    answer = method(*arguments, _used // _ROW_SIZE)
    _used = 0
    return answer


def rows() -> int:
    """Empties the log for a host that is about to read it of its own accord: answers how many rows there are."""
    return call(int)


def text(value: str) -> int:
    """The number by which events refer to a text."""
    number = _text_ids.get(value)
    if number is None:
        number = _text_ids[value] = len(_text_ids)
        _new_texts.append(value)
    return number


def halves(seconds: float) -> tuple[int, int]:
    """A time in seconds as the two halves of its nanoseconds; what lies beyond 2**53 - 1 ns never comes."""
    if not seconds < 9_007_199.0:
        return divmod((1 << 53) - 1, _HALF)
    return divmod(max(0, round(seconds * 1e9)), _HALF)
