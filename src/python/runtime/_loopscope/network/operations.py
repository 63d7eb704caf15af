"""I/O that takes a time and is awaited: the loop runs on meanwhile."""

import asyncio
from asyncio.futures import _set_result_unless_cancelled

from .. import vocabulary as v
from . import wire


async def finish(loop: asyncio.AbstractEventLoop, label: str, delay: int | None) -> None:
    """Returns when an I/O has ended that takes `delay` nanoseconds; None never ends. Cancelling ends it too."""
    future = loop.create_future()

    def arrive() -> str:
        if not future.cancelled():
            loop.call_soon(_set_result_unless_cancelled, future, None)
        return ""

    number = wire.begin(delay, label, arrive)
    try:
        await future
    finally:
        wire.end(number, v.CANCELLED)
