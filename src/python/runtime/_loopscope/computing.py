"""Time that computing takes: a cost of the user's code by which the virtual clock moves, the same on every machine.

Costs are counted in bytes of bytecode, of which a simple line has about LINE: each round of a loop costs the loop's length, each call of
one of the user's functions a few lines, and a call into C that goes through all of its first argument so much for each item. Only what a
stretch without a pause adds up to counts, and only in whole quanta: what computes for less takes no time, and clocks stay round.
"""

import array
import hashlib
import math
import sys
import zlib
from collections import Counter, deque
from types import BuiltinFunctionType, CodeType, MethodDescriptorType

from . import interrupts, log

LINE = 24
QUANTUM = 10_000_000
"""Nanoseconds."""

_DISABLE = sys.monitoring.DISABLE
_CALL = 2 * LINE
_ITEM = LINE // 2
_SIZED = frozenset({list, tuple, dict, set, frozenset, deque, range, str, bytes, bytearray, memoryview, array.array})
_KINDS_OF_C = frozenset({BuiltinFunctionType, MethodDescriptorType, type})

_PER_ITEM: dict[object, int] = {
    **dict.fromkeys((sum, min, max, any, all, list, tuple, set, frozenset, dict, deque, math.prod, math.fsum), _ITEM),
    **dict.fromkeys((list.copy, list.index, list.count, list.reverse, dict.copy, set.copy), 1),
    **dict.fromkeys((str.count, str.split, str.replace, bytes.count, bytes.split, bytes.replace), 1),
    **dict.fromkeys((hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha512, hashlib.blake2b, zlib.crc32), 1),
    Counter: 2 * LINE,
    zlib.compress: LINE,
}
"""What a call of C costs for each item of its first argument, or of the object whose method it is."""

_SORTS = frozenset({sorted, list.sort})

spent = 0
"""By the stretch that runs now and not yet passed on to the clock; whoever begins another stretch sets it to 0."""

_limit = 0


def start(line_cost: int) -> None:
    """Lets a simple line take so many nanoseconds; begins the first stretch."""
    global _limit, spent
    _limit = QUANTUM * LINE // line_cost
    spent = 0


def jumped(_: CodeType, offset: int, destination: int) -> object:
    """The user's code goes somewhere else: back, for another round of a loop, or ahead, which costs nothing."""
    global spent
    if destination > offset:
        return _DISABLE
    spent += offset - destination
    if spent >= _limit:
        _pass_time()
    return None


def called() -> None:
    """One of the user's functions begins to run."""
    global spent
    spent += _CALL
    if spent >= _limit:
        _pass_time()


def called_c(function: object, first: object) -> bool:
    """Something is about to be called; answers whether it is a function of C whose calls cost time."""
    global spent
    if type(function) not in _KINDS_OF_C:
        return False
    if function in _SORTS:
        size = _size(first)
        spent += _ITEM * size * size.bit_length()
    elif function in _PER_ITEM:
        spent += _PER_ITEM[function] * _size(first)
    else:
        return False
    if spent >= _limit:
        _pass_time()
    return True


def _size(thing: object) -> int:
    """How many items something has, asked only of what answers without running code of the user's."""
    try:
        return len(thing) if type(thing) in _SIZED else 0
    except OverflowError:  # a range that nobody lives to see the end of
        return sys.maxsize


def _pass_time() -> None:
    global spent
    quanta, spent = divmod(spent, _limit)
    interrupts.press(log.call(log.host.compute, quanta * QUANTUM))
