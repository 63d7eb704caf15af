"""Ctrl+C, pressed from outside, as the conditions have it.

It arrives where a loop or a sleep waits; and in the middle of code that runs, when a probe notices that its time has come. Python's handler
must not run within the probe: nothing would watch it. So the interpreter is told as by a real signal, and calls `_look` where it next looks
for signals; that is done again until it happens in the program's own code.
"""

import _thread
import signal
import sys
from types import CodeType, FrameType

from . import log, output, places
from . import vocabulary as v

_TOOL = 3
"""A tool of `sys.monitoring` of a lower number is told of a line after those of higher ones: the line is recorded by then."""
_NUDGE = signal.SIGRTMAX
_OWN_FOLDER = __file__.removesuffix("interrupts.py")
_monitoring = sys.monitoring
_AFTER_CALLS = _monitoring.events.CALL | _monitoring.events.C_RETURN | _monitoring.events.C_RAISE
_lines = 0
_within = False
"""Whether it may be pressed later in the line that runs, after any of its calls."""
_targets: list[int] = []
_pressed = 0
_others: set[int] = set()


def never_within(code: CodeType) -> None:
    """Names code of the runtime's that other threads run in: signals are the main thread's."""
    _others.add(id(code))


def install(targets: list[int]) -> None:
    """Begins to watch for the lines in which Ctrl+C may be pressed: how many have begun by then, each time."""
    if targets:
        _targets.extend(sorted(targets))
        _monitoring.use_tool_id(_TOOL, "loopscope's interrupts")
        _monitoring.register_callback(_TOOL, _monitoring.events.LINE, _at_line)
        _monitoring.register_callback(_TOOL, _monitoring.events.C_RETURN, _after_call)
        _monitoring.register_callback(_TOOL, _monitoring.events.C_RAISE, _after_call)
        _monitoring.set_events(_TOOL, _monitoring.events.LINE)


def _at_line(code: CodeType, _: int) -> object:
    global _lines, _within
    if id(code) not in places.user_codes:
        return _monitoring.DISABLE
    _lines += 1
    before = _within
    _within = bool(_targets) and _targets[0] <= _lines
    while _targets and _targets[0] <= _lines:
        del _targets[0]
    if before or _within:
        _monitoring.set_events(_TOOL, _monitoring.events.LINE | (_AFTER_CALLS if _within else 0))
        press(log.call(log.host.presses, False))
    if not _targets and not _within:
        _monitoring.set_events(_TOOL, 0)
        _monitoring.free_tool_id(_TOOL)
    return None


def _after_call(code: CodeType, _offset: int, _function: object, _first: object) -> None:
    # Elsewhere the log itself might be at work.
    if id(code) in places.user_codes:
        press(log.call(log.host.presses, False))


def interrupts_read(waits: bool) -> bool:
    """The program is about to read standard input: answers whether Ctrl+C is pressed; `waits`: there is nobody to answer it."""
    output.flush()
    return press(log.call(log.host.presses, waits))


def press(times: int) -> bool:
    """Ctrl+C is pressed so often now, in the middle of the user's code; answers whether it is."""
    global _pressed
    if times:
        _pressed += times
        signal.signal(_NUDGE, _look)
        _nudge()
    return times > 0


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
