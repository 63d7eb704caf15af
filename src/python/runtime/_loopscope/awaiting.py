"""What a suspended task waits for: read from the future it awaits and from the chain of awaits that leads there."""

import asyncio
import gc
from asyncio import locks, queues, taskgroups, tasks
from operator import attrgetter
from types import AsyncGeneratorType, CodeType, CoroutineType, FrameType, GeneratorType

from . import log, places, resources, scopes, works
from . import vocabulary as v
from .codes import by_identity
from .log import emit
from .network import waits
from .places import user_codes
from .registry import Registry
from .tasks import number_of as task_number
from .weaving import code_of

_RESOURCE_WAITS: dict[CodeType, int] = {
    code_of(locks.Lock.acquire): v.WAIT_ACQUIRE,
    code_of(locks.Semaphore.acquire): v.WAIT_ACQUIRE,
    code_of(locks.Event.wait): v.WAIT_WAIT,
    code_of(locks.Condition.wait): v.WAIT_WAIT,
    code_of(locks.Barrier.wait): v.WAIT_WAIT,
    code_of(queues.Queue.get): v.WAIT_GET,
    code_of(queues.Queue.put): v.WAIT_PUT,
    code_of(queues.Queue.join): v.WAIT_JOIN,
}
_SCOPE_WAITS: dict[CodeType, int] = {
    taskgroups.TaskGroup._aexit.__code__: v.WAIT_TASK_GROUP,
    tasks._wait.__code__: v.WAIT_MANY,
    tasks._AsCompletedIterator._wait_for_one.__code__: v.WAIT_AS_COMPLETED,
}
_reasons = by_identity(_RESOURCE_WAITS | _SCOPE_WAITS | dict.fromkeys(waits.codes, v.WAIT_IO))
_FUTURE_ITERATOR = type(asyncio.Future.__await__(asyncio.Future(loop=asyncio.BaseEventLoop())))
_CONDITION_WAIT = id(locks.Condition.wait.__code__)
_get_coro = asyncio.Task.get_coro
_OPAQUE = frozenset({"async_generator_asend", "async_generator_athrow", "coroutine_wrapper", "anext_awaitable"})

watched_io: set[int] = set()
"""The I/O that ends when the task that waits for it goes on."""

_futures: Registry[asyncio.Future[object], int] = Registry()
_future_count = 0


def reason(task: asyncio.Task[object], future: asyncio.Future[object], site: int) -> tuple[int, int]:
    """The WaitReason of a task that awaits a future which ends no sleep, and its target."""
    frame = _wait_in_asyncio(_get_coro(task))
    return (frame and _reason_in_asyncio(frame, site)) or _reason_of_future(future, site)


def _wait_in_asyncio(awaitable: object) -> FrameType | None:
    """The frame of the wait of asyncio's own in which a suspended coroutine stands."""
    within: CoroutineType | None = None
    while awaitable is not None:
        kind = type(awaitable)
        if kind is CoroutineType:
            code = id(awaitable.cr_code)
            if code in _reasons:
                # A Condition's wait ends with a wait for its lock; all else that asyncio awaits inside a wait is its own affair.
                if within is None or id(within.cr_code) == _CONDITION_WAIT:
                    within = awaitable
            elif code in user_codes:
                within = None
            awaitable = awaitable.cr_await
        else:
            awaitable = _awaited(awaitable, kind)
    return None if within is None else within.cr_frame


def place(task: asyncio.Task[object]) -> FrameType | None:
    """The innermost of the user's frames in which a task is suspended."""
    found = None
    awaitable = asyncio.Task.get_coro(task)
    while awaitable is not None:
        frame = _FRAMES[type(awaitable)](awaitable) if type(awaitable) in _FRAMES else None
        if frame is not None and places.user_file(frame.f_code):
            found = frame
        awaitable = _awaited(awaitable, type(awaitable))
    return found


_FRAMES = {CoroutineType: attrgetter("cr_frame"), GeneratorType: attrgetter("gi_frame"), AsyncGeneratorType: attrgetter("ag_frame")}
_AWAITED = {CoroutineType: attrgetter("cr_await"), GeneratorType: attrgetter("gi_yieldfrom"), AsyncGeneratorType: attrgetter("ag_await")}


def _awaited(awaitable: object, kind: type) -> object:
    if kind is _FUTURE_ITERATOR:
        return None
    if kind in _AWAITED:
        return _AWAITED[kind](awaitable)
    return _wrapped(awaitable) if kind.__name__ in _OPAQUE else None


def _wrapped(awaitable: object) -> object:
    """What an awaitable without attributes of its own is about, such as the `asend` of an async generator."""
    referents = gc.get_referents(awaitable)
    return next((it for it in referents if type(it) in (AsyncGeneratorType, CoroutineType) or type(it).__name__ in _OPAQUE), None)


def _reason_in_asyncio(frame: FrameType, site: int) -> tuple[int, int] | None:
    """A WaitReason and its target, from the frame of one of asyncio's own waits; None for one on a resource of asyncio's own."""
    reason = _reasons[id(frame.f_code)]
    variables = frame.f_locals
    if reason == v.WAIT_IO:
        number, watched = waits.io_of(frame.f_code, variables)
        if watched:
            watched_io.add(number)
        return reason, number
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
    work = works.of_future(id(future))
    if work is not None:
        return v.WAIT_WORK, work
    if isinstance(future, asyncio.Task):
        return v.WAIT_TASK, task_number(future)
    number = _futures.find(id(future))
    if number is None:
        number = _future_count + 1
        emit((v.FUTURE, number, log.text(type(future).__name__), site, 0))
        _future_count = _futures.add(future, number)
    return v.WAIT_FUTURE, number
