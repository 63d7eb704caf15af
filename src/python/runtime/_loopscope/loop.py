"""asyncio's event loop on the simulated engine.

Everything is CPython's `BaseEventLoop`, its `_run_once` included, but for its three edges: the queue of ready handles, the heap of
timers and the selector. Those are answered by the engine, which keeps the order and the clock.
"""

import asyncio
from asyncio import base_events, events, runners, unix_events
from types import SimpleNamespace
from typing import override

from . import deadlock, handles, log
from . import vocabulary as v
from .log import emit
from .refusals import refuse


class _ReadyQueue:
    """Stands in for the deque of ready handles."""

    __slots__ = ("_left", "_loop", "_position")

    def __init__(self, loop: int) -> None:
        self._loop = loop
        self._left = 0
        self._position = 0

    def append(self, handle: events.Handle) -> None:
        if self._loop != _selected:
            select(self._loop)
        handles.schedule_soon(handle)

    def begin_turn(self, stopping: bool) -> None:
        """Has the engine begin a turn; `handles.turn` holds the first of its handles."""
        handles.finish()
        self._left = log.turn(self._loop, stopping, self._left)
        self._position = 0
        if self._left < 0:
            log.call(log.host.end, v.DEADLOCK, 3, deadlock.describe())

    def __len__(self) -> int:
        return self._left

    def popleft(self) -> events.Handle:
        handles.finish()
        position = self._position
        if position == handles.TURN_SIZE:
            log.host.turn_continued()
            position = 0
        self._position = position + 1
        self._left -= 1
        return handles.next_handle(handles.turn[position])

    def clear(self) -> None:
        for number in log.call(log.host.close_loop, self._loop, self._left):
            handles.forget(number)
        self._left = 0


_selected = 0


def select(loop: int) -> None:
    """Says to which loop the handles belong that are scheduled from now on."""
    global _selected
    _selected = loop
    log.call(log.host.select_loop, loop)


class _Timers:
    """Stands in for the `heapq` of `base_events`: `call_at` pushes each new timer on the heap of its loop."""

    @staticmethod
    def heappush(_: list[events.TimerHandle], timer: events.TimerHandle) -> None:
        loop = timer._loop._number
        if loop != _selected:
            select(loop)
        handles.schedule_at(timer)


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The loop that programs get from asyncio; it bears the name of the one that it stands for."""

    def __init__(self) -> None:
        super().__init__()
        self._number = log.host.new_loop()
        self._ready = _ReadyQueue(self._number)
        self._selector = SimpleNamespace(select=self._select)

    def _select(self, _: float | None) -> None:
        self._ready.begin_turn(self._stopping)

    @override
    def _process_events(self, event_list: None) -> None:
        pass

    @override
    def _write_to_self(self) -> None:
        pass

    @override
    def _timer_handle_cancelled(self, handle: events.TimerHandle) -> None:
        handles.timer_cancelled(handle)

    @override
    def _run_forever_setup(self) -> None:
        super()._run_forever_setup()
        emit((v.LOOP_START, self._number, 0, 0, 0))

    @override
    def _run_forever_cleanup(self) -> None:
        handles.finish()
        emit((v.LOOP_STOP, self._number, 0, 0, 0))
        super()._run_forever_cleanup()


_UnixSelectorEventLoop.__module__ = unix_events.__name__
refuse(_UnixSelectorEventLoop)


def install() -> None:
    """Makes asyncio's own factories give this loop, and forgets what Pyodide has put in asyncio: its loop, its policy, its `run`."""
    asyncio.run = runners.run
    base_events.heapq = _Timers
    for module in (asyncio, unix_events):
        module.SelectorEventLoop = _UnixSelectorEventLoop
        module.EventLoop = _UnixSelectorEventLoop
    unix_events._UnixSelectorEventLoop = _UnixSelectorEventLoop
    unix_events._UnixDefaultEventLoopPolicy._loop_factory = _UnixSelectorEventLoop
    events._set_running_loop(None)
    events._event_loop_policy = None
