"""asyncio's locks and queues: created where and under which name, held by whom, and what they hold.

Their classes stay as they are. `sys.monitoring` says when one of their methods has returned, and the object is looked at then.
"""

import asyncio
from asyncio import locks, queues
from collections.abc import Callable
from types import CodeType, FrameType

from . import log, naming, places, tasks
from . import vocabulary as v
from .log import emit
from .registry import Registry
from .summary import ATOMS, summarise

type Resource = locks.Lock | locks.Event | locks.Condition | locks.Semaphore | locks.Barrier | queues.Queue[object]

_KINDS: tuple[tuple[type, int], ...] = tuple(
    (getattr(asyncio, name), v.RESOURCE_KINDS.index(name))
    for name in ("Lock", "Event", "Condition", "BoundedSemaphore", "Semaphore", "Barrier", "PriorityQueue", "LifoQueue", "Queue")
)
_INTERNAL = frozenset(id(cls.__init__.__code__) for cls in (queues.Queue, locks.Barrier, asyncio.tasks._AsCompletedIterator))
_SORTABLE = frozenset({int, float, str})

_registry: Registry[Resource] = Registry()
_holders: dict[int, list[int]] = {}
_levels: dict[int, tuple[int, int, int]] = {}
_items: dict[int, list[tuple[int, int]]] = {}
_item_count = 0


def number_of(resource: Resource) -> int:
    """The resource's number, 0 for one that asyncio made for itself; its level is brought up to date."""
    number = _registry.find(resource)
    if number:
        _level(resource, number)
    return number


def _forget(number: int) -> None:
    del _holders[number], _levels[number]
    _items.pop(number, None)


def _created(frame: FrameType, _: object) -> None:
    resource: Resource = frame.f_locals["self"]
    if _registry.find(resource) or any(id(caller.f_code) in _INTERNAL for caller in _callers(frame)):
        return
    number = _registry.add(resource, _forget)
    _holders[number] = []
    kind = next(number for cls, number in _KINDS if issubclass(type(resource), cls))
    user = places.user_frame(frame)
    name = naming.name_of_new(user, v.RESOURCE_KINDS[kind])
    within_condition = frame.f_back is not None and frame.f_back.f_code is locks.Condition.__init__.__code__
    site = 0 if user is None else places.site(user.f_code, user.f_lineno)
    emit(v.RESOURCE, number, kind, log.text(f"{name}._lock" if within_condition else name), site)
    if issubclass(type(resource), queues.Queue):
        _items[number] = []
    if issubclass(type(resource), locks.Condition):
        emit(v.RESOURCE_LOCK, number, _registry.find(resource._lock))
    _levels[number] = (-1, -1, -1)
    _level(resource, number)


def _callers(frame: FrameType) -> list[FrameType]:
    """The frames of asyncio's constructors through which a resource is being made."""
    callers = []
    caller = frame.f_back
    while caller is not None and not places.user_file(caller.f_code) and caller.f_code.co_name == "__init__":
        callers.append(caller)
        caller = caller.f_back
    return callers


def _level(resource: Resource, number: int) -> None:
    """Records the resource's numbers if they have changed: value, capacity and unfinished of the event `level`."""
    match resource:
        case queues.Queue():
            level = len(resource._queue), max(0, resource._maxsize), resource._unfinished_tasks
        case locks.Semaphore():
            capacity = _levels[number][1]
            level = resource._value, resource._value if capacity < 0 else capacity, 0
        case locks.Lock():
            level = int(resource._locked), 1, 0
        case locks.Event():
            level = int(resource._value), 1, 0
        case locks.Barrier():
            level = resource._count, resource._parties, 0
        case _:
            level = 0, 0, 0
    if level != _levels[number]:
        _levels[number] = level
        emit(v.LEVEL, number, *level)


def _changed(frame: FrameType, _: object) -> None:
    number_of(frame.f_locals["self"])


def _acquired(frame: FrameType, result: object) -> None:
    number = _registry.find(frame.f_locals["self"])
    if number and result is True:
        _holders[number].append(tasks.running)
        emit(v.ACQUIRED, number, tasks.running)
        number_of(frame.f_locals["self"])


def _released(frame: FrameType, _: object) -> None:
    """Who releases gives back what it holds; a permit that somebody else holds is given back in their name."""
    number = _registry.find(frame.f_locals["self"])
    if number:
        holders = _holders[number]
        holder = tasks.running if tasks.running in holders else holders[0] if holders else None
        if holder is not None:
            holders.remove(holder)
            emit(v.RELEASED, number, holder)
        number_of(frame.f_locals["self"])


def _put(frame: FrameType, _: object) -> None:
    global _item_count
    queue: queues.Queue[object] = frame.f_locals["self"]
    number = _registry.find(queue)
    if number:
        item = frame.f_locals["item"]
        _item_count += 1
        _items[number].append((id(item), _item_count))
        emit(v.ITEM_PUT, number, _item_count, log.text(summarise(item)), _position(queue, item))
        _level(queue, number)


def _position(queue: queues.Queue[object], item: object) -> int:
    """After how many items a new one will be taken, as far as that can be told without comparing the user's objects; -1 is last."""
    if issubclass(type(queue), queues.LifoQueue):
        return 0
    if not issubclass(type(queue), queues.PriorityQueue):
        return -1
    heap = queue._queue
    if all(_sortable(other) for other in heap):
        try:
            return sum(1 for other in heap if other is not item and not item < other)
        except TypeError:
            pass
    return 0 if heap[0] is item else -1


def _sortable(item: object) -> bool:
    """Whether comparing it runs code of C only."""
    if type(item) is tuple:
        return bool(item) and type(item[0]) in _SORTABLE and all(type(part) in ATOMS for part in item)
    return type(item) in _SORTABLE


def _got(frame: FrameType, item: object) -> None:
    queue: queues.Queue[object] = frame.f_locals["self"]
    number = _registry.find(queue)
    if number:
        items = _items[number]
        taken = next((entry for entry in items if entry[0] == id(item)), None)
        if taken is not None:
            items.remove(taken)
            emit(v.ITEM_GOT, number, taken[1])
        _level(queue, number)


def _shut_down(frame: FrameType, _: object) -> None:
    queue: queues.Queue[object] = frame.f_locals["self"]
    number = _registry.find(queue)
    if number:
        if not len(queue._queue):
            for _, item in _items[number]:
                emit(v.ITEM_GOT, number, item)
            _items[number].clear()
        _level(queue, number)


def _notified(frame: FrameType, _: object) -> None:
    number = _registry.find(frame.f_locals["self"])
    if number:
        emit(v.NOTIFIED, number, frame.f_locals["n"])


RETURNS: dict[CodeType, Callable[[FrameType, object], None]] = {
    **{cls.__init__.__code__: _created for cls in (locks.Lock, locks.Event, locks.Condition, locks.Semaphore, locks.Barrier, queues.Queue)},
    locks.Lock.acquire.__code__: _acquired,
    locks.Lock.release.__code__: _released,
    locks.Semaphore.acquire.__code__: _acquired,
    locks.Semaphore.release.__code__: _released,
    locks.Event.set.__code__: _changed,
    locks.Event.clear.__code__: _changed,
    locks.Condition.notify.__code__: _notified,
    locks.Barrier.wait.__code__: _changed,
    locks.Barrier._release.__code__: _changed,
    queues.Queue.put_nowait.__code__: _put,
    queues.Queue.get_nowait.__code__: _got,
    queues.Queue.task_done.__code__: _changed,
    queues.Queue.shutdown.__code__: _shut_down,
}
"""What to do when one of asyncio's methods has returned: given its frame and what it returned."""
