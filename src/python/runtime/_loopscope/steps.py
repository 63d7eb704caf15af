"""The steps of tasks. The C `Task` hides them from tracers, so a task is looked at when its handle is scheduled and after it ran."""

import asyncio

from . import awaiting, begun, context, futures, lines, scopes, tasks
from . import vocabulary as v
from .log import rows
from .tasks import TaskRecord

cancelling = asyncio.Task.cancelling
_done = asyncio.Task.done
_SCOPES = frozenset({v.WAIT_GATHER, v.WAIT_SHIELD, v.WAIT_MANY})
CONCERNED = _SCOPES | {v.WAIT_IO, v.WAIT_FUTURE}
"""For what reasons a task waits for something that ends when the task goes on."""


def woken(task: asyncio.Task[object], record: TaskRecord) -> None:
    """What a task waited for is done, and its next step is being scheduled; to be called if it is CONCERNED or was cancelled."""
    global rows
    reason = record.reason
    if reason in _SCOPES:
        scopes.ended(record.target, futures.outcome(task._fut_waiter)[0])
    elif reason == v.WAIT_IO and record.target in awaiting.watched_io:
        awaiting.watched_io.remove(record.target)
        outcome, text = futures.outcome(task._fut_waiter)
        rows += (v.IO_DONE, record.target, outcome, text if outcome == v.EXCEPTION else 0, 0)
    elif reason == v.WAIT_FUTURE:
        rows += (v.FUTURE_DONE, record.target, *futures.outcome(task._fut_waiter), 0)
    if cancelling(task):
        tasks.notice_cancel(task, record)


def ended(task: asyncio.Task[object], record: TaskRecord) -> None:
    """The task's step has returned to the loop."""
    global rows
    if cancelling(task) != record.cancels:
        tasks.notice_cancel(task, record)
    if context.used:
        context.look(task, record)
    awaited = begun.future
    begun.future = None
    future = task._fut_waiter
    if future is None and _done(task):
        rows += (v.TASK_DONE, record.number, *futures.outcome(task), 0)
        return
    record.call = call = lines.current
    site = 0 if call is None else call.sites.get(call.line) or lines.site()
    if future is None:
        reason, target = v.WAIT_YIELDED, 0
    elif future is awaited:
        reason, target = begun.reason, begun.target
    else:
        reason, target = awaiting.reason(task, future, site)
    record.reason = reason
    record.target = target
    rows += (v.SUSPEND, record.number, reason, target, site)
