"""The steps of tasks. The C `Task` hides them from tracers, so a task is looked at when its handle is scheduled, runs, and has run."""

import asyncio
from types import BuiltinMethodType

from . import awaiting, futures, tasks
from . import vocabulary as v
from .log import emit


def scheduled(task: asyncio.Task[object], callback: object) -> tuple[int, int]:
    """A handle was scheduled that steps the task: answers the task's number and why (a HandleCause)."""
    number = tasks.find(task)
    if not number:
        return tasks.created(task), v.FIRST_STEP
    if type(callback) is not BuiltinMethodType:
        return number, v.YIELDED
    awaiting.woken(number, task._fut_waiter)
    tasks.notice_cancel(task, number)
    return number, v.WAKEUP


def begins(task: asyncio.Task[object], number: int) -> None:
    """The task's step is about to run."""
    tasks.notice_cancel(task, number)
    tasks.running = number


def ended(task: asyncio.Task[object], number: int) -> None:
    """The task's step has returned to the loop."""
    tasks.notice_name(task, number)
    if task._state == "PENDING":
        awaiting.suspended(task, number)
    else:
        emit(v.TASK_DONE, number, *futures.outcome(task))
    tasks.running = 0
