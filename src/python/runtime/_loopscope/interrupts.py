"""Ctrl+C, pressed from outside, as the conditions have it.

It arrives where a loop or a sleep waits; and in the middle of code that runs, when a probe notices that its time has come. Python's handler
must not run within the probe: nothing would watch it. So the interpreter is told as by a real signal, and calls `_look` where it next looks
for signals; that is done again until it happens in the program's own code.
"""

import _thread
import signal
import sys
from types import CodeType, FrameType

from . import log, places
from . import vocabulary as v

_TOOL = 3
"""A tool of `sys.monitoring` of a lower number is told of a line after those of higher ones: the line is recorded by then."""
_NUDGE = signal.SIGRTMAX
_OWN_FOLDER = __file__.removesuffix("interrupts.py")
_monitoring = sys.monitoring
_lines = 0
_targets: list[int] = []
_pressed = 0
_others: set[int] = set()


def never_within(code: CodeType) -> None:
    """Names code of the runtime's that other threads run in: signals are the main thread's."""
    _others.add(id(code))


def install(targets: list[int]) -> None:
    """Begins to watch for the lines at which Ctrl+C may be pressed: how many have begun by then, each time."""
    if targets:
        _targets.extend(sorted(targets))
        _monitoring.use_tool_id(_TOOL, "loopscope's interrupts")
        _monitoring.register_callback(_TOOL, _monitoring.events.LINE, _at_line)
        _monitoring.set_events(_TOOL, _monitoring.events.LINE)


def _at_line(code: CodeType, _: int) -> object:
    global _lines
    if id(code) not in places.user_codes:
        return _monitoring.DISABLE
    _lines += 1
    if _lines < _targets[0]:
        return None
    while _targets and _targets[0] <= _lines:
        del _targets[0]
    if not _targets:
        _monitoring.set_events(_TOOL, 0)
        _monitoring.free_tool_id(_TOOL)
    press(log.call(log.host.presses))
    return None


def press(times: int) -> None:
    """Ctrl+C is pressed so often now, in the middle of the user's code."""
    global _pressed
    if times:
        _pressed += times
        signal.signal(_NUDGE, _look)
        _nudge()


def _nudge() -> None:
    # After a call of Python's own the interpreter would look for signals here and now.
    for _ in map(_thread.interrupt_main, (_NUDGE,)):
        return


def _look(_: int, frame: FrameType | None) -> None:
    if _pressed:
        if _is_programs(frame):
            arrive(0)
        else:
            _nudge()


def _is_programs(frame: FrameType | None) -> bool:
    """Whether the program's own code runs, or a library's that it has called, in the main thread."""
    while frame is not None and not frame.f_code.co_filename.startswith(_OWN_FOLDER):
        if id(frame.f_code) in places.user_codes:
            return not _within_others(frame)
        frame = frame.f_back
    return False


def _within_others(frame: FrameType | None) -> bool:
    while frame is not None:
        if id(frame.f_code) in _others:
            return True
        frame = frame.f_back
    return False


def arrive(times: int) -> None:
    """Ctrl+C is pressed so often now, where the main thread waits: Python's handler is called, for what has not arrived yet too."""
    global _pressed
    _pressed += times
    while _pressed:
        _pressed -= 1
        log.emit((v.SIGNAL, signal.SIGINT, 0, 0, 0))
        signal.raise_signal(signal.SIGINT)
