"""asyncio's event loop on the simulated engine.

Everything is CPython's `BaseEventLoop`, its `_run_once` included, but for its three edges: the queue of ready handles, the heap of
timers and the selector. Those are answered by the engine, which keeps the order and the clock.
"""

import asyncio
import heapq
import socket
from asyncio import base_events, events, runners, unix_events
from typing import override

from . import deadlock, handles, log, signals
from . import vocabulary as v
from .log import emit
from .network import descriptors, operations, wire
from .network.selector import EpollSelector
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
    """Stands in for the `heapq` of `base_events`: `call_at` pushes each new timer on the heap of its loop.

    A loop of the program's own, another subclass of `BaseEventLoop`, has a heap of its own too.
    """

    heappop = staticmethod(heapq.heappop)
    heapify = staticmethod(heapq.heapify)

    @staticmethod
    def heappush(heap: list[events.TimerHandle], timer: events.TimerHandle) -> None:
        loop = timer._loop
        if not issubclass(type(loop), _UnixSelectorEventLoop):
            heapq.heappush(heap, timer)
            return
        if loop._number != _selected:
            select(loop._number)
        handles.schedule_at(timer)


class _UnixSelectorEventLoop(signals.SignalLoop):
    """The loop that programs get from asyncio; it bears the name of the one that it stands for."""

    def __init__(self, selector: EpollSelector | None = None) -> None:
        super().__init__(selector)
        self._number = log.host.new_loop()
        self._ready = _ReadyQueue(self._number)
        self._poll = self._selector.poll
        self._selector.select = self._select

    def _select(self, _: float | None) -> tuple[()]:
        self.queue_signals()
        if descriptors.table or wire.flights:
            while wire.flights:
                may_wait = not (self._stopping or len(self._ready) or self._selector.anything())
                ended = log.call(log.host.wait_io, self._number, may_wait)
                if not ended:
                    break
                wire.arrived(ended)
            self._process_events(self._poll())
        self._ready.begin_turn(self._stopping)
        for _interrupt in range(log.interrupts()):
            signals.interrupt()
        return ()

    @override
    async def getaddrinfo(self, host: str, port: int, *, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0) -> list[tuple]:
        if self._debug:
            return self._getaddrinfo_debug(host, port, family, type, proto, flags)
        await operations.finish(self, f"look up {host}", 0)
        return socket.getaddrinfo(host, port, family, type, proto, flags)

    @override
    async def getnameinfo(self, sockaddr: tuple, flags: int = 0) -> tuple[str, str]:
        await operations.finish(self, f"look up {sockaddr[0]}", 0)
        return socket.getnameinfo(sockaddr, flags)

    @override
    def _make_self_pipe(self) -> None:
        self._internal_fds += 1

    @override
    def _close_self_pipe(self) -> None:
        self._internal_fds -= 1

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
    signals.install()
    events._set_running_loop(None)
    events._event_loop_policy = None
