"""asyncio's tasks: their numbers, names, and who asked for their cancellation."""

import asyncio

from . import log, places
from . import vocabulary as v
from .log import emit
from .registry import Registry

running = 0
"""The number of the task whose step runs now; 0 outside any."""

_registry: Registry[asyncio.Task[object]] = Registry()
_names: dict[int, str] = {}
_cancels: dict[int, int] = {}

find = _registry.find


def number_of(task: asyncio.Task[object]) -> int:
    """The task's number; a task that is seen for the first time is recorded as created here and now."""
    return find(task) or created(task)


def created(task: asyncio.Task[object]) -> int:
    """Records a new task."""
    number = _registry.add(task, _forget)
    name = _names[number] = asyncio.Task.get_name(task)
    _cancels[number] = 0
    coro = asyncio.Task.get_coro(task)
    qualname = getattr(coro, "__qualname__", type(coro).__name__)
    emit(v.TASK, number, log.text(name), log.text(qualname), places.site_of_caller())
    return number


def _forget(number: int) -> None:
    del _names[number], _cancels[number]


def notice_name(task: asyncio.Task[object], number: int) -> None:
    """Records that a task was renamed since it was last looked at."""
    name = asyncio.Task.get_name(task)
    if name is not _names[number]:
        _names[number] = name
        emit(v.TASK_NAME, number, log.text(name))


def notice_cancel(task: asyncio.Task[object], number: int) -> None:
    """Records a request for cancellation that was not seen when it was made, such as one that asyncio's C code passed on."""
    requests = asyncio.Task.cancelling(task)
    if requests > _cancels[number]:
        emit(v.CANCEL_REQUESTED, number, 0, places.site_of_caller())
    _cancels[number] = requests


def cancel_called(task: asyncio.Task[object]) -> None:
    """Somebody is about to call `task.cancel()`."""
    if task._state == "PENDING":
        number = number_of(task)
        emit(v.CANCEL_REQUESTED, number, 0, places.site_of_caller())
        _cancels[number] = asyncio.Task.cancelling(task) + 1
