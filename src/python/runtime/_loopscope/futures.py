"""How futures end."""

import asyncio

from . import log
from . import vocabulary as v
from .summary import summarise


def outcome(future: asyncio.Future[object]) -> tuple[int, int]:
    """How a future ended (an Outcome) and what it holds, read without marking its exception as retrieved."""
    if future._state == "CANCELLED":
        return v.CANCELLED, 0
    exception = future._exception
    if type(exception) is asyncio.CancelledError:  # of a `gather` whose awaiting task was cancelled
        return v.CANCELLED, 0
    if exception is not None:
        return v.EXCEPTION, log.text(summarise(exception))
    return v.RESULT, log.text(summarise(future._result))
