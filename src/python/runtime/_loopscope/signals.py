"""Signals on asyncio's loop.

The interpreter delivers signals itself. What the loop's self-pipe does in CPython is done here: a signal that a loop handles is noted,
and the loop reads what was noted before its next turn.
"""

import asyncio
import selectors
import signal
from asyncio import events, unix_events
from collections.abc import Callable
from types import FrameType
from typing import override

_UNCATCHABLE = frozenset({signal.SIGKILL, signal.SIGSTOP})
_noted: list[int] = []
"""Of the loop whose `add_signal_handler` was called last, as with `signal.set_wakeup_fd`."""


def _sighandler_noop(signum: int, frame: FrameType | None) -> None:
    """Dummy signal handler."""
    _noted.append(signum)


_sighandler_noop.__module__ = unix_events.__name__


class SignalLoop(unix_events._UnixSelectorEventLoop):
    """A loop with CPython's signal handlers, but without the self-pipe."""

    def __init__(self, selector: selectors.BaseSelector | None = None) -> None:
        super().__init__(selector)
        self._noted_signals: list[int] = []

    @override
    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: object) -> None:
        if asyncio.iscoroutine(callback) or asyncio.coroutines._iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        if sig in _UNCATCHABLE:
            raise RuntimeError(f"sig {sig} cannot be caught")
        global _noted
        _noted = self._noted_signals
        self._signal_handlers[sig] = events.Handle(callback, args, self, None)
        signal.signal(sig, unix_events._sighandler_noop)

    def _queue_signals(self) -> None:
        """What `select` does when the self-pipe can be read, because signals were noted: the reader joins the ready queue."""
        self._add_callback(events.Handle(self._read_from_self, (), self, None))

    @override
    def _read_from_self(self) -> None:
        noted = self._noted_signals.copy()
        self._noted_signals.clear()
        for signum in noted:
            self._handle_signal(signum)


def install() -> None:
    """Puts this module's handler in the place of the one that `signal.getsignal` shows for a loop's signals."""
    unix_events._sighandler_noop = _sighandler_noop
