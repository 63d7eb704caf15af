"""Simulated threads: which of them runs, which waits for what, and until when.

A thread is a coroutine of twins (twins.py). It runs until it waits, and then the next one that can runs. The program's main thread is the
stack itself: where it waits, in a call that blocks or in its loop's `select`, it lets the others run. Time passes when nobody can run.
"""

import sys
from asyncio import events
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from contextvars import Context
from heapq import heappop, heappush
from time import monotonic_ns
from types import FrameType, FunctionType

from . import handles, interrupts, lines, log, output, places, tasks
from . import vocabulary as v
from .log import emit
from .network import wire


class SimThread:
    """A thread of the program's; the first one is the main thread, which has no coroutine."""

    __slots__ = (
        "_resume",
        "call",
        "daemon",
        "done",
        "ident",
        "joiners",
        "loop",
        "name",
        "number",
        "stacked",
        "timed_out",
        "wait",
        "waits",
    )

    def __init__(self, number: int, name: str, coroutine: Coroutine[None, None, object] | None, daemon: bool) -> None:
        self.number = number
        """Its number in the recording; 0 for the main thread, and for those of asyncio's own."""
        self.name = name
        self.ident = _MAIN_IDENT + 4096 * started
        self.daemon = daemon
        self.done = False
        self.joiners: deque[SimThread] = deque()
        self.waits = False
        self.wait = 0
        """Counts its waits, so that a timer of an earlier one is known to be over."""
        self.timed_out = False
        self.stacked = False
        """Whether it waits in the middle of the stack, in a call that C made."""
        self.call: lines.Call | None = None
        self.loop: events.AbstractEventLoop | None = None
        context = Context()
        self._resume: Callable[[], object] = lambda: None if coroutine is None else context.run(coroutine.send, None)


_MAIN_IDENT = sys.modules["_thread"].get_ident()
started = 0
"""How many threads have begun besides the main one."""
_main = SimThread(0, "the main thread", None, False)
current = _main
_ready: deque[SimThread] = deque()
_timers: list[tuple[int, int, int, int, SimThread]] = []
_alive: dict[SimThread, str] = {}
"""All threads that have begun and not ended, and what each was last seen to wait for."""
_timer_count = 0
_count = 0


def now() -> int:
    """The clock, in nanoseconds."""
    log.drain()
    return log.clock()


def start(coroutine: Coroutine[None, None, object], daemon: bool, label: tuple[str, str] | None) -> SimThread:
    """Begins a thread; it runs when whoever runs now lets others run. `label`: its name and function, if it is to be recorded."""
    global _count, started
    started += 1
    number = 0
    if label is not None:
        number = _count + 1
        emit((v.THREAD, number, log.text(label[0]), log.text(label[1]), places.site_of_caller()))
        _count = number
    thread = SimThread(number, label[0] if label and label[0] else "a thread", coroutine, daemon)
    _alive[thread] = ""
    _ready.append(thread)
    return thread


def can_run() -> bool:
    """Whether a thread besides the main one has something to do."""
    return bool(_ready)


def any_alive() -> bool:
    """Whether there are threads besides the main one."""
    return bool(_alive)


def alive() -> list[SimThread]:
    """The threads that have not ended, in order of their beginning, without the main one."""
    return list(_alive)


def begin_wait(until: int | None, call: str) -> SimThread:
    """The thread that runs now is about to wait, in a call, for somebody who wakes it or until a time."""
    global _timer_count
    thread = current
    thread.waits = True
    thread.wait += 1
    thread.timed_out = False
    if until is not None:
        _timer_count += 1
        heappush(_timers, (until, handles.count(), _timer_count, thread.wait, thread))
    if thread is not _main:
        what, place = _occasion(sys._getframe(1), call)
        _alive[thread] = place
        if thread.number:
            output.flush()
            high, low = (-1, 0) if until is None else log.halved(until)
            emit((v.THREAD_WAIT, thread.number, log.text(what), high, low))
    return thread


def wake(thread: SimThread) -> None:
    """What the thread waits for has come about."""
    if thread.waits:
        thread.waits = False
        _ready.append(thread)


def wait(primitive: Generator[None, None, bool]) -> bool:
    """Runs what waits at each of its yields, on the stack as it is: of the main thread, or of a thread inside a call that C made."""
    try:
        while True:
            next(primitive)
            _wait_on_the_stack(current)
    except StopIteration as stop:
        return stop.value
    except BaseException:
        _forget_wait(current)
        primitive.close()
        raise


def _wait_on_the_stack(thread: SimThread) -> None:
    thread.stacked = True
    try:
        while True:
            while _ready:
                if _ready[0] is thread:
                    _ready.popleft()
                    return
                if _ready[0].stacked:
                    _refuse(thread)
                step(_ready.popleft())
            _pass_time(thread)
    finally:
        thread.stacked = False


def _forget_wait(thread: SimThread) -> None:
    thread.waits = False
    thread.wait += 1


def _refuse(thread: SimThread) -> None:
    _forget_wait(thread)
    raise NotImplementedError(
        "Loopscope cannot switch to another thread here: this one waits inside a call that was made by C, by a generator or by a `__new__`"
    )


def _pass_time(thread: SimThread) -> None:
    """Nobody can run: moves the clock to the first time at which somebody waits no longer, or something comes from the network."""
    timer = next_timer()
    if wire.flights:
        wire.arrived(log.numbers(log.host.block_io, -1.0 if timer is None else max(0, timer[0] - now()) / 1e9))
        wake_due(now())
        _arrive(log.call(log.host.presses, True) if thread is _main else 0)
        return
    if timer is not None and thread is not _main and _selecting is not None and log.call(log.host.is_due, _selecting, timer[0], timer[1]):
        _refuse(thread)
    pressed = log.call(log.host.advance, -1 if timer is None else timer[0], thread is _main)
    if pressed < 0:
        log.call(log.host.end, v.DEADLOCK, 3, f"nothing can run again: {describe(thread)}")
    wake_due(now())
    _arrive(pressed)


def _arrive(pressed: int) -> None:
    """Ctrl+C is pressed while the main thread waits: unless the handler raises an exception, it waits on."""
    if pressed:
        interrupts.arrive(pressed)


_selecting: int | None = None
"""The loop in whose `select` the main thread is."""


def run_others(loop: int | None) -> None:
    """The main thread is in its loop's `select`: lets run who can. The loop is None if the engine does not know it.

    Of such a loop nobody knows whether it does anything but look at the clock, so this looks as well, which having the log
    read would not be.
    """
    global _selecting
    if _timers:
        wake_due(monotonic_ns() if loop is None else now())
    if _ready:
        log.call(log.host.rest)
        _selecting = loop
        while _ready:
            step(_ready.popleft())
        _selecting = None


def first_wake() -> tuple[int, int, int]:
    """When the first thread wakes by itself: the halves of the time, and after which handle that was settled. -1 first: never."""
    timer = next_timer()
    return (-1, 0, 0) if timer is None else (*log.halved(timer[0]), timer[1])


def this_moment() -> tuple[int, int, int]:
    """A time for who does not want to wait: now, and after all that is due now."""
    return *log.halved(now()), handles.count()


def next_timer() -> tuple[int, int] | None:
    """When the first thread wakes by itself, and after which handle that was settled."""
    while _timers:
        when, after, _, number, thread = _timers[0]
        if thread.waits and thread.wait == number:
            return when, after
        heappop(_timers)
    return None


def wake_due(moment: int) -> None:
    """Wakes whom nothing but the clock had to wake by this time."""
    while (timer := next_timer()) is not None and timer[0] <= moment:
        thread = heappop(_timers)[4]
        thread.timed_out = True
        wake(thread)


def step(thread: SimThread) -> None:
    """Runs a thread until it waits or ends."""
    global current
    before = current, events._get_running_loop(), tasks.running, lines.current, handles.suspend()
    output.flush()
    if thread.number:
        emit((v.THREAD_RUN, thread.number, 0, 0, 0))
    current, tasks.running, lines.current = thread, 0, thread.call
    events._set_running_loop(thread.loop)
    try:
        thread._resume()
    except StopIteration:
        _ended(thread)
    finally:
        thread.loop, thread.call = events._get_running_loop(), lines.current
        current, loop, tasks.running, lines.current, running = before
        events._set_running_loop(loop)
        handles.resume(running)


STEP = step.__code__
"""Where a thread's stack begins."""
places.end_stack_at(STEP)
lines.end_stack_at(STEP)
interrupts.never_within(STEP)


def _ended(thread: SimThread) -> None:
    thread.done = True
    del _alive[thread]
    if thread.number:
        output.flush()
        emit((v.THREAD_DONE, thread.number, 0, 0, 0))
    for joiner in thread.joiners:
        wake(joiner)


def describe(thread: SimThread | None) -> str:
    """Who waits where."""
    waits = [(_main, _occasion(sys._getframe(1), "")[1])] if thread is _main else []
    return "; ".join(f"{it.name} waits at {place}" if place else f"{it.name} waits" for it, place in waits + list(_alive.items()))


def _occasion(frame: FrameType | None, call: str) -> tuple[str, str]:
    """What the user's code has called that waits, and where. A worker of a pool waits for work."""
    what = call
    while frame is not None and frame.f_code is not STEP:
        if id(frame.f_code) in places.user_codes:
            return what, f"{places.user_file(frame.f_code)}:{frame.f_lineno}"
        if frame.f_globals.get("__package__") != __package__:
            what = frame.f_code.co_qualname
            if what == "_worker":
                return "work", ""
        frame = frame.f_back
    return what, ""


def main_thread() -> SimThread:
    """The thread that the program began in."""
    return _main


def function_name(function: object) -> str:
    """A function's name, asked of nothing but functions."""
    return function.__qualname__ if type(function) is FunctionType else ""
