"""asyncio's locks and queues: created where and under which name, held by whom, and what they hold.

Their classes stay as they are. `sys.monitoring` says when one of their methods has returned, and the object is looked at then.
"""

import asyncio
from asyncio import locks, queues
from collections.abc import Callable
from math import ceil
from types import CodeType, FrameType

from . import log, naming, places, stand_ins, tasks
from . import vocabulary as v
from .log import emit
from .pools import ConnectionPool
from .registry import Registry
from .summary import ATOMS, summarise

type Resource = locks.Lock | locks.Event | locks.Condition | locks.Semaphore | locks.Barrier | queues.Queue[object]

_KINDS: tuple[tuple[type, int], ...] = (
    (ConnectionPool, v.RESOURCE_KINDS.index("ConnectionPool")),
    *(
        (getattr(asyncio, name), v.RESOURCE_KINDS.index(name))
        for name in ("Lock", "Event", "Condition", "BoundedSemaphore", "Semaphore", "Barrier", "PriorityQueue", "LifoQueue", "Queue")
    ),
)
_INTERNAL = frozenset(id(cls.__init__.__code__) for cls in (queues.Queue, locks.Barrier, asyncio.tasks._AsCompletedIterator))
_LOCK, _BARRIER = (v.RESOURCE_KINDS.index(name) for name in ("Lock", "Barrier"))
_QUEUES = frozenset(v.RESOURCE_KINDS.index(name) for name in ("Queue", "PriorityQueue", "LifoQueue"))
_SEMAPHORES = frozenset(v.RESOURCE_KINDS.index(name) for name in ("Semaphore", "BoundedSemaphore", "ConnectionPool"))
_NOTIFY_ALL = locks.Condition.notify_all.__code__
_ASYNCIO = asyncio.__file__.removesuffix("__init__.py")
_LARGEST = (1 << 31) - 1
_SORTABLE = frozenset({int, float, str})


class _Record:
    """What is known about a resource."""

    __slots__ = ("capacity", "holders", "items", "kind", "level", "number")

    def __init__(self, number: int, kind: int) -> None:
        self.number = number
        self.kind = kind
        """A ResourceKind."""
        self.capacity = 0
        self.level: tuple[int, int, int] | None = None
        self.holders: list[int] = []
        """The tasks that hold it, once for each permit."""
        self.items: list[tuple[int, int]] = []
        """What is in a queue: the `id()` of each item and its number."""


_registry: Registry[Resource, _Record] = Registry()
_find = _registry.find
_count = 0
_item_count = 0


def waited_for(resource: Resource) -> int:
    """The number of a resource that a task has begun to wait for; 0 for one that asyncio made for itself."""
    record = _find(id(resource))
    if record is None:
        return 0
    if record.kind == _BARRIER:
        _update_level(resource, record)
    return record.number


def _created(frame: FrameType, _: object) -> None:
    global _count
    resource: Resource = frame.f_locals["self"]
    if _find(id(resource)) is not None or any(id(caller.f_code) in _INTERNAL for caller in _callers(frame)):
        return
    kind = next(number for cls, number in _KINDS if issubclass(type(resource), cls))
    user = places.user_frame(frame)
    callers = _callers(frame)
    maker = callers[-1].f_back if callers else frame.f_back
    while maker is not None and maker.f_code.co_filename.startswith(stand_ins.FOLDER):
        maker = maker.f_back
    within_condition = frame.f_back is not None and frame.f_back.f_code is locks.Condition.__init__.__code__
    # What a dataclass makes by a default factory is made in no line of the user's.
    named_by = user if user is maker else None
    name = naming.name_of_new(named_by, v.RESOURCE_KINDS[kind], "._lock" if within_condition else "")
    emit((v.RESOURCE, _count + 1, kind, log.text(name), 0 if user is None else places.site(user)))
    _count += 1
    record = _registry.add(resource, _Record(_count, kind))
    if kind in _SEMAPHORES:
        record.capacity = _bounded(resource._value)
    elif kind in _QUEUES:
        record.capacity = _bounded(max(0, resource._maxsize))
    if issubclass(type(resource), locks.Condition):
        lock = _find(id(resource._lock))
        emit((v.RESOURCE_LOCK, record.number, 0 if lock is None else lock.number, 0, 0))
    else:
        _update_level(resource, record)


def _callers(frame: FrameType) -> list[FrameType]:
    """The frames of asyncio's constructors through which a resource is being made."""
    callers = []
    caller = frame.f_back
    while caller is not None and caller.f_code.co_name == "__init__" and caller.f_code.co_filename.startswith(_ASYNCIO):
        callers.append(caller)
        caller = caller.f_back
    return callers


def _bounded(number: float) -> int:
    """A number that fits into an event; asyncio takes any size that compares with integers."""
    return ceil(number) if number < _LARGEST else _LARGEST


def _level_of(resource: Resource, record: _Record) -> tuple[int, int, int]:
    """The resource's numbers: value, capacity and unfinished of the event `level`."""
    kind = record.kind
    if kind in _QUEUES:
        return len(resource._queue), record.capacity, resource._unfinished_tasks
    if kind in _SEMAPHORES:
        return _bounded(resource._value), record.capacity, 0
    if kind == _BARRIER:
        return resource._count, _bounded(resource._parties), 0
    return int(resource._locked if kind == _LOCK else resource._value), 1, 0


def _update_level(resource: Resource, record: _Record) -> None:
    """Records the resource's numbers if they have changed."""
    level = _level_of(resource, record)
    if level != record.level:
        record.level = level
        emit((v.LEVEL, record.number, *level))


def _changed(frame: FrameType, _: object) -> None:
    resource = frame.f_locals["self"]
    record = _find(id(resource))
    if record is not None:
        _update_level(resource, record)


def _acquired(frame: FrameType, _: object) -> None:
    resource = frame.f_locals["self"]
    record = _find(id(resource))
    if record is not None:
        running = tasks.running
        emit((v.ACQUIRED, record.number, running, 0, 0))
        record.holders.append(running)
        _update_level(resource, record)


def _released(frame: FrameType, _: object) -> None:
    """Who releases gives back what it holds; a permit that somebody else holds is given back in their name."""
    resource = frame.f_locals["self"]
    record = _find(id(resource))
    if record is not None:
        holders = record.holders
        holder = tasks.running if tasks.running in holders else holders[0] if holders else None
        if holder is not None:
            emit((v.RELEASED, record.number, holder, 0, 0))
            holders.remove(holder)
        _update_level(resource, record)


def _put(frame: FrameType, _: object) -> None:
    global _item_count
    variables = frame.f_locals
    queue: queues.Queue[object] = variables["self"]
    record = _find(id(queue))
    if record is not None:
        item = variables["item"]
        emit((v.ITEM_PUT, record.number, _item_count + 1, log.text(summarise(item)), _position(queue, item)))
        _item_count += 1
        record.items.append((id(item), _item_count))
        _update_level(queue, record)


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
    record = _find(id(queue))
    if record is not None:
        for index, (key, number) in enumerate(record.items):
            if key == id(item):
                emit((v.ITEM_GOT, record.number, number, 0, 0))
                del record.items[index]
                break
        _update_level(queue, record)


def _shut_down(frame: FrameType, _: object) -> None:
    queue: queues.Queue[object] = frame.f_locals["self"]
    record = _find(id(queue))
    if record is not None:
        if not queue._queue:
            for _, number in record.items:
                emit((v.ITEM_GOT, record.number, number, 0, 0))
            record.items.clear()
        _update_level(queue, record)


def _notified(frame: FrameType, _: object) -> None:
    variables = frame.f_locals
    record = _find(id(variables["self"]))
    if record is not None:
        to_all = frame.f_back is not None and frame.f_back.f_code is _NOTIFY_ALL
        emit((v.NOTIFIED, record.number, -1 if to_all else _bounded(variables["n"]), 0, 0))


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
