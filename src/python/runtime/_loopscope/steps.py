"""The steps of tasks. The C `Task` hides them from tracers, so a task is looked at when its handle is scheduled and after it ran."""

import asyncio

from . import awaiting, context, futures, scopes, tasks
from . import vocabulary as v
from .log import emit
from .tasks import TaskRecord

_cancelling = asyncio.Task.cancelling
_done = asyncio.Task.done
_SCOPES = frozenset({v.WAIT_GATHER, v.WAIT_SHIELD, v.WAIT_MANY})


def woken(task: asyncio.Task[object], record: TaskRecord) -> None:
    """What a task waited for is done, and its next step is being scheduled."""
    reason = record.reason
    if reason in _SCOPES:
        scopes.ended(record.target, futures.outcome(task._fut_waiter)[0])
    elif reason == v.WAIT_IO and record.target in awaiting.watched_io:
        awaiting.watched_io.remove(record.target)
        outcome, text = futures.outcome(task._fut_waiter)
        emit((v.IO_DONE, record.target, outcome, text if outcome == v.EXCEPTION else 0, 0))
    elif reason == v.WAIT_FUTURE:
        emit((v.FUTURE_DONE, record.target, *futures.outcome(task._fut_waiter), 0))
    if _cancelling(task):
        tasks.notice_cancel(task, record)


def ended(task: asyncio.Task[object], record: TaskRecord) -> None:
    """The task's step has returned to the loop."""
    if _cancelling(task) != record.cancels:
        tasks.notice_cancel(task, record)
    if context.used:
        context.look(task, record)
    if _done(task):
        emit((v.TASK_DONE, record.number, *futures.outcome(task), 0))
    else:
        awaiting.suspended(task, record)
