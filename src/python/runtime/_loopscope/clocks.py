"""`time.sleep` on the virtual clock. The other clocks read it by themselves: the host answers the interpreter's own clock calls."""

import time
from operator import index

from . import interrupts, log, threads
from .thread_locks import Wait, until, waits
from .threads import begin_wait, wait

_real_sleep = time.sleep.__wrapped__
"""CPython's own: Pyodide wraps it."""


def _sleep(seconds: float, /) -> Wait:
    if not isinstance(seconds, float):
        seconds = index(seconds)
    if not seconds > 0:
        _real_sleep(seconds)
    begin_wait(until(seconds), "sleep")
    yield
    return None


@waits(_sleep)
def sleep(seconds: float, /) -> None:
    """Delay execution for a given number of seconds.  The argument may be
    a floating-point number for subsecond precision.
    """
    if not isinstance(seconds, float):
        seconds = index(seconds)
    if not seconds > 0:
        _real_sleep(seconds)
    if threads.any_alive():
        wait(_sleep(seconds))
        return
    left = float(seconds)
    while (left := log.call(log.host.sleep, left)) >= 0:
        interrupts.arrive(1)


sleep.__module__ = "time"
sleep.__qualname__ = "sleep"


def install() -> None:
    """Makes `time.sleep` hold the loop and move the clock."""
    time.sleep = sleep
