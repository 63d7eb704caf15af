"""asyncio's event loop on the simulated engine.

Everything is CPython's `BaseEventLoop`, its `_run_once` included, but for its three edges: the queue of ready handles, the heap of
timers and the selector. Those are answered by the engine, which keeps the order and the clock.
"""

import asyncio
import heapq
import socket
from asyncio import base_events, events, runners, unix_events
from types import FunctionType
from typing import override

from . import deadlock, handles, interrupts, log, places, signals, threads, weaving
from . import vocabulary as v
from .handles import ReadyQueue
from .log import emit
from .network import descriptors, operations, wire
from .network.selector import EpollSelector
from .refusals import refuse
from .thread_locks import Wait, waits


class _Timers:
    """Stands in for the `heapq` of `base_events`: `call_at` pushes each new timer on the heap of its loop.

    A loop of the program's own, another subclass of `BaseEventLoop`, has a heap of its own too.
    """

    heappop = staticmethod(heapq.heappop)
    heapify = staticmethod(heapq.heapify)

    @staticmethod
    def heappush(heap: list[events.TimerHandle], timer: events.TimerHandle) -> None:
        loop = timer._loop
        if type(loop) is not _UnixSelectorEventLoop and not issubclass(type(loop), _UnixSelectorEventLoop):
            heapq.heappush(heap, timer)
            return
        handles.schedule_at(timer, loop._number)


def _turns(_: base_events.BaseEventLoop) -> None:
    """A loop of the program's own turns. Who knows where it waits, if at all: threads run now."""
    if threads.any_alive() and threads.current is threads.main_thread():
        threads.run_others(None)


weaving.weave(base_events.BaseEventLoop._run_once, start=_turns)
places.end_stack_at(weaving.code_of(base_events.BaseEventLoop._run_once))


class _UnixSelectorEventLoop(signals.SignalLoop):
    """The loop that programs get from asyncio; it bears the name of the one that it stands for."""

    # Without the probe, which is not for this loop.
    _run_once = FunctionType(base_events.BaseEventLoop._run_once.__code__, base_events.__dict__, "_run_once")

    def __init__(self, selector: EpollSelector | None = None) -> None:
        super().__init__(selector)
        self._number = log.host.new_loop()
        self._ready = ReadyQueue(self._number)
        self._poll = self._selector.poll
        self._selector.select = self._select
        self._selecting: threads.SimThread | None = None
        """The thread that waits in this loop, unless it is the main thread."""

    def _await_network(self, until: int) -> None:
        """Takes what has come from the network, and waits for it if there is nothing else to do before a time (-1: never)."""
        while wire.flights:
            may_wait = not (self._stopping or len(self._ready) or self._selector.anything() or threads.can_run())
            ended = log.numbers(log.host.wait_io, self._number, may_wait, until)
            if not ended:
                break
            wire.arrived(ended)
        self._process_events(self._poll())

    def _select_in_thread(self, _: float | None) -> Wait:
        handles.finish()
        while True:
            if descriptors.table or wire.flights:
                self._await_network(threads.now())
            if self._ready.begin_turn(self._stopping, threads.this_moment()) != log.WOKEN:
                return ()
            self._selecting = threads.begin_wait(log.next_timer(), "select")
            yield
            self._selecting = None

    @waits(_select_in_thread)
    def _select(self, timeout: float | None) -> tuple[()]:
        if threads.started and threads.current is not threads.main_thread():
            return threads.wait(self._select_in_thread(timeout))
        handles.finish()
        if self._noted_signals:
            self._queue_signals()
        while True:
            with_threads = threads.started and threads.any_alive()
            if with_threads:
                threads.run_others(self._number)
            if descriptors.table or wire.flights:
                wake = threads.next_timer()
                self._await_network(-1 if wake is None else wake[0])
                if threads.can_run():
                    continue
            begun = self._ready.begin_turn(self._stopping, threads.first_wake() if with_threads else None)
            if begun >= 0:
                break
            if begun == log.DEADLOCK:
                log.call(log.host.end, v.DEADLOCK, 3, deadlock.describe())
        interrupts.arrive(log.shared[log.INTERRUPTS])
        return ()

    @override
    async def getaddrinfo(self, host: str, port: int, *, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0) -> list[tuple]:
        if self._debug:
            return self._getaddrinfo_debug(host, port, family, type, proto, flags)
        try:
            base_events.socket.getaddrinfo(host, port, family, type, proto, flags)
            failure = ""
        except OSError as error:
            failure = repr(error)
        await operations.finish(self, f"look up {host}", 0, failure)
        return base_events.socket.getaddrinfo(host, port, family, type, proto, flags)

    @override
    async def getnameinfo(self, sockaddr: tuple, flags: int = 0) -> tuple[str, str]:
        await operations.finish(self, f"look up {sockaddr[0]}", 0)
        return base_events.socket.getnameinfo(sockaddr, flags)

    def _make_ssl_transport(
        self,
        rawsock: socket.socket,
        protocol: asyncio.BaseProtocol,
        sslcontext: object,
        waiter: asyncio.Future[None] | None = None,
        *,
        extra: dict[str, object] | None = None,
        server: base_events.Server | None = None,
        **_: object,
    ) -> asyncio.Transport:
        # Nothing is encrypted where nothing leaves the machine.
        return self._make_socket_transport(rawsock, protocol, waiter, extra=extra, server=server)

    @override
    def _make_self_pipe(self) -> None:
        self._internal_fds += 1

    @override
    def _close_self_pipe(self) -> None:
        self._internal_fds -= 1

    @override
    def _write_to_self(self) -> None:
        if self._selecting is not None:
            threads.wake(self._selecting)

    @override
    def _timer_handle_cancelled(self, handle: events.TimerHandle) -> None:
        if handle._scheduled:
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
