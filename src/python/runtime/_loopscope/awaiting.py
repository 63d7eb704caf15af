"""What a suspended task waits for: read from the future it awaits and from the chain of awaits that leads there."""

import asyncio
import gc
from asyncio import locks, queues, taskgroups, tasks
from operator import attrgetter
from types import AsyncGeneratorType, CodeType, CoroutineType, FrameType, GeneratorType

from . import log, places, resources, scopes, timers
from . import vocabulary as v
from .codes import by_identity
from .log import emit
from .places import user_codes
from .registry import Registry
from .tasks import TaskRecord
from .tasks import number_of as task_number

_RESOURCE_WAITS: dict[CodeType, int] = {
    locks.Lock.acquire.__code__: v.WAIT_ACQUIRE,
    locks.Semaphore.acquire.__code__: v.WAIT_ACQUIRE,
    locks.Event.wait.__code__: v.WAIT_WAIT,
    locks.Condition.wait.__code__: v.WAIT_WAIT,
    locks.Barrier.wait.__code__: v.WAIT_WAIT,
    queues.Queue.get.__code__: v.WAIT_GET,
    queues.Queue.put.__code__: v.WAIT_PUT,
    queues.Queue.join.__code__: v.WAIT_JOIN,
}
_SCOPE_WAITS: dict[CodeType, int] = {
    taskgroups.TaskGroup._aexit.__code__: v.WAIT_TASK_GROUP,
    tasks._wait.__code__: v.WAIT_MANY,
    tasks._AsCompletedIterator._wait_for_one.__code__: v.WAIT_AS_COMPLETED,
}
_reasons = by_identity(_RESOURCE_WAITS | _SCOPE_WAITS)
_FUTURE_ITERATOR = type(asyncio.Future.__await__(asyncio.Future(loop=asyncio.BaseEventLoop())))
_CONDITION_WAIT = id(locks.Condition.wait.__code__)
_OPAQUE = frozenset({"async_generator_asend", "async_generator_athrow", "coroutine_wrapper", "anext_awaitable"})

_futures: Registry[asyncio.Future[object], int] = Registry()
_future_count = 0


def suspended(task: asyncio.Task[object], record: TaskRecord) -> None:
    """Records what a task waits for whose step has just ended."""
    place, within = _chain(asyncio.Task.get_coro(task))
    site = 0 if place is None else places.site(place)
    future = task._fut_waiter
    if future is None:
        reason, target = v.WAIT_YIELDED, 0
    elif (timer := timers.of_sleep(id(future))) is not None:
        reason, target = v.WAIT_SLEEP, timer
    else:
        reason, target = (within and _reason_in_asyncio(within, site)) or _reason_of_future(future, site)
    record.reason = reason
    record.target = target
    emit((v.SUSPEND, record.number, reason, target, site))


def place(task: asyncio.Task[object]) -> FrameType | None:
    """The innermost of the user's frames in which a task is suspended."""
    return _chain(asyncio.Task.get_coro(task))[0]


def _chain(awaitable: object) -> tuple[FrameType | None, FrameType | None]:
    """Follows the awaits of a suspended coroutine: answers the user's innermost frame, and the frame of asyncio's own wait below it."""
    place = within = None
    while awaitable is not None:
        kind = type(awaitable)
        if kind is CoroutineType:
            code = id(awaitable.cr_code)
            if code in user_codes:
                place, within = awaitable, None
            elif code in _reasons and (within is None or id(within.cr_code) == _CONDITION_WAIT):
                # A Condition's wait ends with a wait for its lock; all else that asyncio awaits inside a wait is its own affair.
                within = awaitable
            awaitable = awaitable.cr_await
        elif kind is GeneratorType:
            if id(awaitable.gi_code) in user_codes:
                place, within = awaitable, None
            awaitable = awaitable.gi_yieldfrom
        elif kind is AsyncGeneratorType:
            if id(awaitable.ag_code) in user_codes:
                place, within = awaitable, None
            awaitable = awaitable.ag_await
        else:
            awaitable = _wrapped(awaitable) if kind is not _FUTURE_ITERATOR and kind.__name__ in _OPAQUE else None
    return None if place is None else _FRAMES[type(place)](place), None if within is None else within.cr_frame


_FRAMES = {CoroutineType: attrgetter("cr_frame"), GeneratorType: attrgetter("gi_frame"), AsyncGeneratorType: attrgetter("ag_frame")}


def _wrapped(awaitable: object) -> object:
    """What an awaitable without attributes of its own is about, such as the `asend` of an async generator."""
    referents = gc.get_referents(awaitable)
    return next((it for it in referents if type(it) in (AsyncGeneratorType, CoroutineType) or type(it).__name__ in _OPAQUE), None)


def _reason_in_asyncio(frame: FrameType, site: int) -> tuple[int, int] | None:
    """A WaitReason and its target, from the frame of one of asyncio's own waits; None for one on a resource of asyncio's own."""
    reason = _reasons[id(frame.f_code)]
    variables = frame.f_locals
    if reason == v.WAIT_MANY:
        return reason, scopes.of_wait(variables["waiter"], variables["fs"], site)
    if reason in (v.WAIT_TASK_GROUP, v.WAIT_AS_COMPLETED):
        return reason, scopes.of_owner(variables["self"])
    number = resources.waited_for(variables["self"])
    return (reason, number) if number else None


def _reason_of_future(future: asyncio.Future[object], site: int) -> tuple[int, int]:
    global _future_count
    scope = scopes.of_future(future)
    if scope is not None:
        return scope
    if isinstance(future, asyncio.Task):
        return v.WAIT_TASK, task_number(future)
    number = _futures.find(id(future))
    if number is None:
        number = _future_count + 1
        emit((v.FUTURE, number, log.text(type(future).__name__), site, 0))
        _future_count = _futures.add(future, number)
    return v.WAIT_FUTURE, number
