"""Handles: what the loop is to run. Python keeps the objects, the engine keeps the order.

Much of this runs for each handle and makes few calls: a call costs as much as an event.
"""

import asyncio
import functools
from array import array
from asyncio.events import Handle, TimerHandle
from asyncio.futures import _set_result_unless_cancelled
from types import BuiltinFunctionType, BuiltinMethodType, FunctionType, MethodType, SimpleNamespace

from . import begun, computing, context, lines, log, steps, tasks
from . import vocabulary as v
from .log import LAST_HANDLE, rows, shared
from .steps import CONCERNED, cancelling
from .tasks import TaskRecord, find
from .weaving import weave

TURN_SIZE = 4096
turn = array("i", bytes(4 * TURN_SIZE))
"""Where the engine writes which handles run next, a batch at a time."""

type _Waiting = tuple[Handle, asyncio.Task[object] | None, TaskRecord | None]

_waiting: dict[int, _Waiting] = {}
_GONE: _Waiting = SimpleNamespace(_cancelled=True), None, None
"""In the place of a timer that was cancelled after it had come due."""

_NAMED = (FunctionType, BuiltinFunctionType, MethodType)
_timer_numbers: dict[int, int] = {}
"""The timers that have not run, by their `id()`."""

_count = 0
_selected = 0
_sleep_label = 0
_running: tuple[asyncio.Task[object], TaskRecord] | None = None


class ReadyQueue(list[int]):
    """Stands in for the deque of ready handles of a loop. It holds the handles of the turn that are still to run, the last one first."""

    __slots__ = ("_loop",)

    def __init__(self, loop: int) -> None:
        super().__init__()
        self._loop = loop

    def append(self, handle: Handle) -> None:
        """A handle joins the end of the queue."""
        global _count, rows
        if self._loop != _selected:
            select(self._loop)
        callback = handle._callback
        kind = type(callback)
        if kind is BuiltinMethodType:
            # `task_wakeup`, or some other method of C.
            task = callback.__self__
            record = find(id(task))
            if record is not None and callback.__name__ == "task_wakeup":
                if record.reason in CONCERNED or cancelling(task):
                    steps.woken(task, record)
                _count += 1
                _waiting[_count] = handle, task, record
                rows += (v.HANDLE, _count, record.number, v.WAKEUP, 0)
                return
        elif kind.__name__ == "TaskStepMethWrapper":
            _schedule_step(handle, callback.__self__)
            return
        cause = v.CALLBACK if type(handle) is Handle else v.THREADSAFE
        label = _label(callback)
        _count += 1
        _waiting[_count] = handle, None, None
        rows += (v.HANDLE, _count, 0, cause, label)

    def begin_turn(self, stopping: bool, wake: tuple[int, int, int] | None) -> int:
        """Begins a turn if the loop has anything to do before the first thread wakes; see `log.turn`."""
        count = log.turn(self._loop, stopping, len(self), wake)
        numbers = turn[:count].tolist() if count > 0 else []
        while len(numbers) < count:
            log.host.turn_continued()
            numbers += turn[: count - len(numbers)]
        numbers.reverse()
        self[:] = numbers
        return count

    def popleft(self) -> Handle:
        """The step that ran last has returned to the loop. Takes the next handle off the queue: it runs now, unless it was cancelled."""
        global _running, rows
        if _running is not None:
            task, record = _running
            _running = None
            steps.ended(task, record)
        number = self.pop()
        try:
            handle, task, record = _waiting[number]
            del _waiting[number]
        except KeyError:
            handle, task, record = _GONE
        shared[LAST_HANDLE] = number
        computing.spent = 0
        if record is not None:
            tasks.running = record.number
            lines.current = record.call
            _running = task, record
            rows += (v.RUN, number, record.number, 0, 0)
            return handle
        tasks.running = 0
        if type(handle) is TimerHandle:
            _timer_over(handle)
        rows += (v.DROPPED if handle._cancelled else v.RUN, number, 0, 0, 0)
        return handle

    def clear(self) -> None:
        """The loop is closed: forgets what it still had to run."""
        for number in log.numbers(log.host.close_loop, self._loop, len(self)):
            handle, _, _ = _waiting.pop(number, _GONE)
            if type(handle) is TimerHandle:
                _timer_over(handle)
        super().clear()


def select(loop: int) -> None:
    """Says to which loop the handles belong that are scheduled from now on."""
    global _selected
    _selected = loop
    log.call(log.host.select_loop, loop)


def _schedule_step(handle: Handle, task: asyncio.Task[object]) -> None:
    """A task's first step, or the next of one that has yielded."""
    global _count, rows
    record = find(id(task))
    cause = v.YIELDED
    if record is None:
        record = tasks.created(task)
        cause = v.FIRST_STEP
        if context.used:
            context.look(task, record)
    _count += 1
    _waiting[_count] = handle, task, record
    rows += (v.HANDLE, _count, record.number, cause, 0)


def schedule_at(timer: TimerHandle, loop: int) -> None:
    """A handle of a loop is to run at a time."""
    global _count, _sleep_label, rows
    if loop != _selected:
        select(loop)
    callback = timer._callback
    if callback is _set_result_unless_cancelled:  # of a sleep
        label = _sleep_label = _sleep_label or _label(callback)
        begun.future, begun.reason, begun.target = timer._args[0], v.WAIT_SLEEP, _count + 1
        high, low = log.halves(timer._when)
        if (high, low) <= (shared[log.NOW], shared[log.NOW + 1]):
            # Less than the clock can tell takes time in real life, too: who sleeps until it is time would do so for ever.
            high, low = log.halved(log.clock() + 1)
    else:
        label = _label(callback)
        high, low = log.halves(timer._when)
    _count += 1
    _waiting[_count] = timer, None, None
    _timer_numbers[id(timer)] = _count
    rows += (v.TIMER, _count, high, low, label)


def _label(callback: object) -> int:
    """A callback's name, asked of nothing but the kinds of callables whose answer is their own."""
    while type(callback) is functools.partial:
        callback = callback.func
    return log.text(callback.__qualname__ if issubclass(type(callback), _NAMED) else type(callback).__qualname__)


def _cancelled(handle: Handle) -> None:
    """A handle is about to be cancelled. Of a timer that is known already."""
    if type(handle) is not TimerHandle and not handle._cancelled:
        for number, (waiting, _, _) in _waiting.items():
            if waiting is handle:
                log.emit((v.HANDLE_CANCELLED, number, 0, 0, 0))
                return


weave(Handle.cancel, start=_cancelled)


def _timer_over(timer: TimerHandle) -> int:
    """A timer runs, is cancelled or is dropped: answers its handle's number, 0 if that happened before."""
    timer._scheduled = False
    return _timer_numbers.pop(id(timer), 0)


def timer_cancelled(timer: TimerHandle) -> None:
    """A timer is being cancelled; one that is due already stays in the ready queue until its turn."""
    number = _timer_over(timer)
    if number:
        del _waiting[number]
        log.emit((v.HANDLE_CANCELLED, number, 0, 0, 0))


def finish() -> None:
    """The task's step that ran last has returned to the loop, if this was not noticed before."""
    global _running
    if _running is not None:
        task, record = _running
        _running = None
        steps.ended(task, record)
        tasks.running = 0


def count() -> int:
    """How many handles there have been: the number of the newest."""
    return _count


def suspend() -> tuple[asyncio.Task[object], TaskRecord] | None:
    """Somebody else runs for a while: answers whose step was running."""
    global _running
    running, _running = _running, None
    return running


def resume(running: tuple[asyncio.Task[object], TaskRecord] | None) -> None:
    """Whose step was running runs on."""
    global _running
    finish()
    _running = running
