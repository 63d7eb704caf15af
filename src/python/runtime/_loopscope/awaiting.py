"""What a suspended task waits for: read from the future it awaits and from the chain of awaits that leads there."""

import asyncio
import gc
from asyncio import locks, queues, taskgroups, tasks
from operator import attrgetter
from types import AsyncGeneratorType, CoroutineType, FrameType, GeneratorType

from . import futures, log, places, resources, scopes, timers
from . import vocabulary as v
from .codes import by_identity
from .log import emit
from .registry import Registry
from .tasks import number_of as task_number

_RESOURCE_WAITS = by_identity(
    {
        locks.Lock.acquire.__code__: v.WAIT_ACQUIRE,
        locks.Semaphore.acquire.__code__: v.WAIT_ACQUIRE,
        locks.Event.wait.__code__: v.WAIT_WAIT,
        locks.Condition.wait.__code__: v.WAIT_WAIT,
        locks.Barrier.wait.__code__: v.WAIT_WAIT,
        queues.Queue.get.__code__: v.WAIT_GET,
        queues.Queue.put.__code__: v.WAIT_PUT,
        queues.Queue.join.__code__: v.WAIT_JOIN,
    }
)
_CONDITION_WAIT = locks.Condition.wait.__code__
_GROUP_EXIT = taskgroups.TaskGroup._aexit.__code__
_WAIT = tasks._wait.__code__
_AS_COMPLETED = tasks._AsCompletedIterator._wait_for_one.__code__

_futures: Registry[asyncio.Future[object]] = Registry()
_waits: dict[int, tuple[int, int]] = {}


def suspended(task: asyncio.Task[object], number: int) -> None:
    """Records what a task waits for whose step has just ended."""
    frames = chain(asyncio.Task.get_coro(task))
    innermost = _innermost(frames)
    site = 0 if innermost is None else places.site(innermost.f_code, innermost.f_lineno)
    future = task._fut_waiter
    reason, target = (v.WAIT_YIELDED, 0) if future is None else _reason(future, frames, site)
    _waits[number] = reason, target
    emit(v.SUSPEND, number, reason, target, site)


def place(task: asyncio.Task[object]) -> FrameType | None:
    """The innermost of the user's frames in which a task is suspended."""
    return _innermost(chain(asyncio.Task.get_coro(task)))


def _innermost(frames: list[FrameType]) -> FrameType | None:
    return next((frame for frame in reversed(frames) if places.user_file(frame.f_code)), None)


def woken(number: int, future: asyncio.Future[object] | None) -> None:
    """What a task waited for is done, and the task is about to be scheduled."""
    reason, target = _waits.pop(number, (0, 0))
    if future is None or not future.done():
        return
    if reason == v.WAIT_FUTURE:
        emit(v.FUTURE_DONE, target, *futures.outcome(future))
    elif reason in (v.WAIT_GATHER, v.WAIT_SHIELD, v.WAIT_MANY):
        scopes.ended(target, futures.outcome(future)[0])


def chain(awaitable: object) -> list[FrameType]:
    """The frames of a suspended coroutine and of all that it awaits, outermost first."""
    frames: list[FrameType] = []
    while awaitable is not None:
        kind = type(awaitable)
        if kind in _ATTRIBUTES:
            frame_of, awaited_by = _ATTRIBUTES[kind]
            frame = frame_of(awaitable)
            if frame is not None:
                frames.append(frame)
            awaitable = awaited_by(awaitable)
        else:
            awaitable = _wrapped(awaitable)
    return frames


_ATTRIBUTES = {
    CoroutineType: (attrgetter("cr_frame"), attrgetter("cr_await")),
    GeneratorType: (attrgetter("gi_frame"), attrgetter("gi_yieldfrom")),
    AsyncGeneratorType: (attrgetter("ag_frame"), attrgetter("ag_await")),
}
_OPAQUE = frozenset({"async_generator_asend", "async_generator_athrow", "coroutine_wrapper", "anext_awaitable"})


def _wrapped(awaitable: object) -> object:
    """What an awaitable without attributes of its own is about, such as the `asend` of an async generator."""
    if type(awaitable).__name__ not in _OPAQUE:
        return None
    referents = gc.get_referents(awaitable)
    return next((it for it in referents if type(it) in (AsyncGeneratorType, CoroutineType) or type(it).__name__ in _OPAQUE), None)


def _reason(future: asyncio.Future[object], frames: list[FrameType], site: int) -> tuple[int, int]:
    """A WaitReason and its target."""
    timer = timers.of_sleep(future)
    if timer:
        return v.WAIT_SLEEP, timer
    scope = scopes.of_future(future)
    if scope is not None:
        return scope
    if isinstance(future, asyncio.Task):
        return v.WAIT_TASK, task_number(future)
    return _reason_in_asyncio(frames) or (v.WAIT_FUTURE, _future_number(future, site))


def _reason_in_asyncio(frames: list[FrameType]) -> tuple[int, int] | None:
    """The first of asyncio's own waits that the user's code entered. A Condition's wait may end with a wait for its lock."""
    for position, frame in enumerate(frames):
        code = frame.f_code
        if code is _CONDITION_WAIT and id(frames[-1].f_code) in _RESOURCE_WAITS and frames[-1] is not frame:
            return _reason_in_asyncio(frames[position + 1 :])
        reason = _RESOURCE_WAITS.get(id(code))
        if reason is not None:
            number = resources.number_of(frame.f_locals["self"])
            if number:
                return reason, number
        elif code is _GROUP_EXIT:
            return v.WAIT_TASK_GROUP, scopes.of_owner(frame.f_locals["self"])
        elif code is _WAIT:
            return v.WAIT_MANY, scopes.of_wait(frame.f_locals["waiter"], frame.f_locals["fs"])
        elif code is _AS_COMPLETED:
            return v.WAIT_AS_COMPLETED, scopes.of_owner(frame.f_locals["self"])
    return None


def _future_number(future: asyncio.Future[object], site: int) -> int:
    number = _futures.find(future)
    if not number:
        number = _futures.add(future)
        emit(v.FUTURE, number, log.text(type(future).__name__), site)
    return number
