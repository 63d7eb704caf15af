"""I/O that takes a time and is awaited: the loop runs on meanwhile."""

import asyncio

from .. import vocabulary as v
from . import wire


def _end_io(future: asyncio.Future[None]) -> None:
    if not future.cancelled():
        future.set_result(None)


async def finish(loop: asyncio.AbstractEventLoop, label: str, delay: int | None, failure: str = "") -> None:
    """Returns when an I/O has ended that takes `delay` nanoseconds; None never ends. Cancelling ends it too.

    `failure`: how it fails, if it does.
    """
    future = loop.create_future()

    def arrive() -> str:
        if not future.cancelled():
            loop.call_soon(_end_io, future)
        return failure

    number = wire.begin(delay, label, arrive)
    try:
        await future
    finally:
        wire.end(number, v.CANCELLED)
