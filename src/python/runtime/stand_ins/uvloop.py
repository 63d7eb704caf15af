"""uvloop, in small: its names for asyncio's own loop, so that what it runs is recorded as any other program."""

import asyncio
from asyncio import events
from collections.abc import Callable, Coroutine

__all__ = ["EventLoopPolicy", "Loop", "install", "new_event_loop", "run"]
__version__ = "0.22.1"


class Loop(asyncio.SelectorEventLoop):
    """asyncio's loop under uvloop's name."""

    def __repr__(self) -> str:
        return f"<uvloop.Loop running={self.is_running()} closed={self.is_closed()} debug={self.get_debug()}>"


class EventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    """Gives such loops."""

    _loop_factory = Loop


def new_event_loop() -> Loop:
    """A new loop."""
    return Loop()


def install() -> None:
    """Makes these the loops that asyncio runs."""
    events._set_event_loop_policy(EventLoopPolicy())


def run[T](main: Coroutine[object, object, T], *, loop_factory: Callable[[], Loop] | None = new_event_loop, debug: bool | None = None) -> T:
    """As `asyncio.run`, on such a loop."""
    if not asyncio.iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    return asyncio.run(main, loop_factory=loop_factory, debug=debug)


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for uvloop has no {name!r}")
