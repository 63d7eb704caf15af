"""asyncio's tasks: their numbers, names, and who asked for their cancellation."""

import asyncio

from . import log, places
from . import vocabulary as v
from .lines import Call
from .log import emit
from .registry import Registry


class TaskRecord:
    """What is known about a task."""

    __slots__ = ("call", "cancels", "context", "name", "number", "reason", "target")

    def __init__(self, number: int, name: str) -> None:
        self.number = number
        self.name = name
        self.cancels = 0
        """How many requests for its cancellation were recorded."""
        self.reason = v.WAIT_YIELDED
        self.target = 0
        """Why it was suspended last: a WaitReason and its target."""
        self.context: dict[int, int] | None = None
        """Its context variables as they were recorded last: texts by the `id()` of the variable."""
        self.call: Call | None = None
        """The innermost of the user's calls in which it stands, where lines are recorded."""


running = 0
"""The number of the task whose step runs now; 0 outside any."""

_registry: Registry[asyncio.Task[object], TaskRecord] = Registry()
_count = 0

find = _registry.find
"""The record of a task by its `id()`, or None for one that was never seen."""


def created(task: asyncio.Task[object]) -> TaskRecord:
    """Records a task as created here and now."""
    global _count
    number = _count + 1
    name = asyncio.Task.get_name(task)
    coro = asyncio.Task.get_coro(task)
    qualname = getattr(coro, "__qualname__", type(coro).__name__)
    emit((v.TASK, number, log.text(name), log.text(qualname), places.site_of_caller()))
    _count = number
    return _registry.add(task, TaskRecord(number, name))


def number_of(task: asyncio.Task[object]) -> int:
    """The task's number; a task that is seen for the first time is recorded as created."""
    return (find(id(task)) or created(task)).number


def renamed(task: asyncio.Task[object]) -> None:
    """Records a task's new name, if it has one."""
    record = find(id(task))
    if record is not None:
        name = asyncio.Task.get_name(task)
        if name != record.name:
            record.name = name
            emit((v.TASK_NAME, record.number, log.text(name), 0, 0))


def notice_cancel(task: asyncio.Task[object], record: TaskRecord) -> None:
    """Records a request for cancellation that was not seen when it was made, such as one that asyncio's C code passed on."""
    requests = asyncio.Task.cancelling(task)
    if requests > record.cancels:
        emit((v.CANCEL_REQUESTED, record.number, 0, places.site_of_caller(), 0))
    record.cancels = requests


def cancel_called(task: asyncio.Task[object]) -> None:
    """Somebody is about to call `task.cancel()`."""
    if task._state == "PENDING":
        record = find(id(task)) or created(task)
        emit((v.CANCEL_REQUESTED, record.number, 0, places.site_of_caller(), 0))
        record.cancels = asyncio.Task.cancelling(task) + 1
