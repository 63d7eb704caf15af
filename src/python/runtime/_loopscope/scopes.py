"""What ties the lifetimes of tasks together: TaskGroup, timeout, gather, shield, wait and as_completed."""

import asyncio
from asyncio import taskgroups, timeouts
from collections.abc import Callable, Iterable
from types import CodeType, FrameType

from . import log, places, tasks
from . import vocabulary as v
from .log import emit
from .registry import Registry

_owners: Registry[object, int] = Registry()
_futures: Registry[asyncio.Future[object], tuple[int, int]] = Registry()
_count = 0
_open: set[int] = set()


def _opened(kind: int, site: int) -> int:
    global _count
    emit((v.SCOPE, _count + 1, kind, tasks.running, site))
    _count += 1
    _open.add(_count)
    return _count


def ended(scope: int, outcome: int) -> None:
    """Records that a scope is over, once."""
    if scope in _open:
        _open.remove(scope)
        emit((v.SCOPE_END, scope, outcome, 0, 0))


def of_owner(owner: object) -> int:
    """The scope that a TaskGroup, Timeout or as_completed iterator is."""
    return _owners.find(id(owner)) or 0


def of_future(future: asyncio.Future[object]) -> tuple[int, int] | None:
    """The WaitReason and scope of the future that `gather` or `shield` returned."""
    return _futures.find(id(future))


def of_wait(waiter: asyncio.Future[object], waited_for: Iterable[asyncio.Future[object]], site: int) -> int:
    """The scope of a call of `asyncio.wait`, known by the future that its caller awaits."""
    found = of_future(waiter)
    return _of_future(waiter, v.SCOPE_WAIT, v.WAIT_MANY, waited_for, site) if found is None else found[1]


def _own(owner: object, kind: int) -> int:
    return _owners.add(owner, _opened(kind, places.site_of_caller()))


def _of_future(future: asyncio.Future[object], kind: int, reason: int, members: Iterable[asyncio.Future[object]], site: int) -> int:
    scope = _opened(kind, site)
    _futures.add(future, (reason, scope))
    _join(scope, members)
    return scope


def _join(scope: int, members: Iterable[asyncio.Future[object]]) -> None:
    numbers = {tasks.number_of(it) for it in members if issubclass(type(it), asyncio.Task)}
    for number in sorted(numbers):
        emit((v.SCOPE_TASK, scope, number, 0, 0))


def _group_entered(frame: FrameType, _: object) -> None:
    _own(frame.f_locals["self"], v.SCOPE_TASK_GROUP)


def _group_created(frame: FrameType, task: object) -> None:
    scope = of_owner(frame.f_locals["self"])
    if scope and issubclass(type(task), asyncio.Task):
        emit((v.SCOPE_TASK, scope, tasks.number_of(task), 0, 0))


def _timeout_entered(frame: FrameType, _: object) -> None:
    timeout: asyncio.Timeout = frame.f_locals["self"]
    if timeout._when is not None:
        _deadline(_own(timeout, v.SCOPE_TIMEOUT), timeout)


def _timeout_rescheduled(frame: FrameType, _: object) -> None:
    timeout: asyncio.Timeout = frame.f_locals["self"]
    scope = of_owner(timeout)
    if scope:
        _deadline(scope, timeout)


def _deadline(scope: int, timeout: asyncio.Timeout) -> None:
    emit((v.SCOPE_DEADLINE, scope, *((-1, 0) if timeout._when is None else log.halves(timeout._when)), 0))


def _left(frame: FrameType, _: object) -> None:
    scope = of_owner(frame.f_locals["self"])
    if scope:
        ended(scope, v.RESULT)


def _left_with_exception(frame: FrameType, exception: object) -> None:
    scope = of_owner(frame.f_locals["self"])
    if scope:
        ended(scope, v.CANCELLED if isinstance(exception, asyncio.CancelledError | TimeoutError) else v.EXCEPTION)


def _gathered(_: FrameType, outer: object) -> None:
    children = getattr(outer, "_children", None)
    if children is not None and type(outer) is asyncio.tasks._GatheringFuture:
        _of_future(outer, v.SCOPE_GATHER, v.WAIT_GATHER, children, places.site_of_caller())


def _shielded(frame: FrameType, outer: object) -> None:
    inner = frame.f_locals["inner"]
    if outer is not inner:
        _of_future(outer, v.SCOPE_SHIELD, v.WAIT_SHIELD, [inner], places.site_of_caller())


def _as_completed(frame: FrameType, _: object) -> None:
    iterator = frame.f_locals["self"]
    _join(_own(iterator, v.SCOPE_AS_COMPLETED), iterator._todo)


_GROUP, _TIMEOUT = taskgroups.TaskGroup, timeouts.Timeout

RETURNS: dict[CodeType, Callable[[FrameType, object], None]] = {
    _GROUP.__aenter__.__code__: _group_entered,
    _GROUP.create_task.__code__: _group_created,
    _GROUP.__aexit__.__code__: _left,
    _TIMEOUT.__aenter__.__code__: _timeout_entered,
    _TIMEOUT.reschedule.__code__: _timeout_rescheduled,
    _TIMEOUT.__aexit__.__code__: _left,
    asyncio.gather.__code__: _gathered,
    asyncio.shield.__code__: _shielded,
    asyncio.tasks._AsCompletedIterator.__init__.__code__: _as_completed,
}
"""What to do when one of asyncio's functions has returned."""

UNWINDS: dict[CodeType, Callable[[FrameType, object], None]] = {
    _GROUP.__aexit__.__code__: _left_with_exception,
    _TIMEOUT.__aexit__.__code__: _left_with_exception,
}
"""What to do when an exception has left one of them."""
