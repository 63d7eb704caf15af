"""asyncio's locks and queues: created where and under which name, held by whom, and what they hold.

Their classes stay as they are. When one of their methods returns, the object is looked at: probes are woven into those that run often,
and `sys.monitoring` tells of the others.
"""

import asyncio
from asyncio import locks, queues
from collections.abc import Callable
from math import ceil
from types import CodeType, FrameType

from . import begun, log, naming, places, stand_ins, tasks
from . import vocabulary as v
from .log import LONG, emit, rows
from .pools import ConnectionPool
from .resource_records import Resource, ResourceRecord, add
from .resource_records import find as _find
from .summary import ATOMS, integers, text_of
from .weaving import code_of, weave

_KINDS: tuple[tuple[type, int], ...] = (
    (ConnectionPool, v.RESOURCE_KINDS.index("ConnectionPool")),
    *(
        (getattr(asyncio, name), v.RESOURCE_KINDS.index(name))
        for name in ("Lock", "Event", "Condition", "BoundedSemaphore", "Semaphore", "Barrier", "PriorityQueue", "LifoQueue", "Queue")
    ),
)
_INTERNAL = frozenset(id(cls.__init__.__code__) for cls in (queues.Queue, locks.Barrier, asyncio.tasks._AsCompletedIterator))
_LOCK, _BARRIER, _QUEUE, _LIFO_QUEUE, _POOL = (
    v.RESOURCE_KINDS.index(name) for name in ("Lock", "Barrier", "Queue", "LifoQueue", "ConnectionPool")
)
_QUEUES = frozenset(v.RESOURCE_KINDS.index(name) for name in ("Queue", "PriorityQueue", "LifoQueue"))
_SEMAPHORES = frozenset(v.RESOURCE_KINDS.index(name) for name in ("Semaphore", "BoundedSemaphore", "ConnectionPool"))
_NOTIFY_ALL = locks.Condition.notify_all.__code__
_ASYNCIO = asyncio.__file__.removesuffix("__init__.py")
_LARGEST = (1 << 31) - 1
_SORTABLE = frozenset({int, float, str})


_count = 0
_item_count = 0


def next_number() -> int:
    """A number for a resource that is recorded elsewhere."""
    global _count
    _count += 1
    return _count


def next_item() -> int:
    """A number for an item of such a resource."""
    global _item_count
    _item_count += 1
    return _item_count


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
    part = "._lock" if within_condition else resource.part if kind == _POOL else ""
    name = naming.name_of_new(named_by, v.RESOURCE_KINDS[kind], part)
    emit((v.RESOURCE, _count + 1, kind, log.text(name), 0 if user is None else places.site(user)))
    _count += 1
    record = add(resource, ResourceRecord(_count, kind))
    if kind in _SEMAPHORES:
        record.capacity = _bounded(resource._value)
    elif kind in _QUEUES:
        record.capacity = _bounded(max(0, resource._maxsize))
    elif kind == _BARRIER:
        record.capacity = _bounded(resource._parties)
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
    if type(number) is int:
        return number if number < _LARGEST else _LARGEST
    return ceil(number) if number < _LARGEST else _LARGEST


def _update_level(resource: Resource, record: ResourceRecord) -> None:
    """Records the resource's numbers if they have changed."""
    kind = record.kind
    if kind in _QUEUES:
        _recount_queue(resource, record)
    elif kind in _SEMAPHORES:
        _set_level(record, _bounded(resource._value))
    elif kind == _BARRIER:
        _set_level(record, resource._count)
    else:
        _set_level(record, int(resource._locked if kind == _LOCK else resource._value))


def _set_level(record: ResourceRecord, value: int) -> None:
    global rows
    if record.value != value:
        record.value = value
        rows += (v.LEVEL, record.number, value, record.capacity, 0)


def _changed(frame: FrameType, _: object) -> None:
    resource = frame.f_locals["self"]
    record = _find(id(resource))
    if record is not None:
        _update_level(resource, record)


def _switched(event: locks.Event, value: None) -> None:
    record = _find(id(event))
    if record is not None:
        _set_level(record, int(event._value))
        if len(rows) > LONG:
            log.drain()
    return value


def _acquired(resource: locks.Lock | locks.Semaphore, value: bool) -> bool:
    global rows
    record = _find(id(resource))
    if record is not None:
        running = tasks.running
        record.holders.append(running)
        rows += (v.ACQUIRED, record.number, running, 0, 0)
        level = resource._locked if record.kind == _LOCK else resource._value
        if level != record.value:
            _set_level(record, _bounded(level))
        if len(rows) > LONG:  # because a step that never ends can do this again and again
            log.drain()
    return value


def _released(resource: locks.Lock | locks.Semaphore, value: None) -> None:
    """Who releases gives back what it holds; a permit that somebody else holds is given back in their name."""
    global rows
    record = _find(id(resource))
    if record is not None:
        holders, holder = record.holders, tasks.running
        if holder not in holders:
            holder = holders[0] if holders else None
        if holder is not None:
            holders.remove(holder)
            rows += (v.RELEASED, record.number, holder, 0, 0)
        level = resource._locked if record.kind == _LOCK else resource._value
        if level != record.value:
            _set_level(record, _bounded(level))
        if len(rows) > LONG:
            log.drain()
    return value


def _put(queue: queues.Queue[object], item: object, value: None) -> None:
    global _item_count, rows
    record = _find(id(queue))
    if record is not None:
        _item_count += 1
        record.items.append((id(item), _item_count))
        position = -1 if record.kind == _QUEUE else _position(queue, record, item)
        text = integers[item] if type(item) is int and item in integers else text_of(item)
        record.value, record.unfinished = size, unfinished = len(queue._queue), queue._unfinished_tasks
        rows += (v.ITEM_PUT, record.number, _item_count, text, position, v.LEVEL, record.number, size, record.capacity, unfinished)
        if len(rows) > LONG:
            log.drain()
    return value


def _position(queue: queues.Queue[object], record: ResourceRecord, item: object) -> int:
    """After how many items a new one will be taken, as far as that can be told without comparing the user's objects; -1 is last."""
    if record.kind == _LIFO_QUEUE:
        return 0
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


def _got[T](queue: queues.Queue[object], item: T) -> T:
    global rows
    record = _find(id(queue))
    if record is not None:
        items = record.items
        key = id(item)
        index = 0 if items and items[0][0] == key else next((at for at, it in enumerate(items) if it[0] == key), None)
        if index is None:
            _recount_queue(queue, record)
        else:
            number = items.pop(index)[1]
            record.value, record.unfinished = size, unfinished = len(queue._queue), queue._unfinished_tasks
            rows += (v.ITEM_GOT, record.number, number, 0, 0, v.LEVEL, record.number, size, record.capacity, unfinished)
    return item


def _task_done(queue: queues.Queue[object], value: None) -> None:
    global rows
    record = _find(id(queue))
    if record is not None:
        record.unfinished = queue._unfinished_tasks
        rows += (v.LEVEL, record.number, record.value, record.capacity, record.unfinished)
    return value


def _recount_queue(queue: queues.Queue[object], record: ResourceRecord) -> None:
    """As `_update_level`, for queues."""
    global rows
    size, unfinished = len(queue._queue), queue._unfinished_tasks
    if size != record.value or unfinished != record.unfinished:
        record.value, record.unfinished = size, unfinished
        rows += (v.LEVEL, record.number, size, record.capacity, unfinished)


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
    locks.Condition.notify.__code__: _notified,
    locks.Barrier.wait.__code__: _changed,
    locks.Barrier._release.__code__: _changed,
    queues.Queue.shutdown.__code__: _shut_down,
}
"""What to do when one of asyncio's methods has returned: given its frame and what it returned."""


def _awaits(reason: int) -> Callable[[Resource, asyncio.Future[object]], asyncio.Future[object]]:
    """A probe for what a method of a resource's awaits."""

    def probe(resource: Resource, future: asyncio.Future[object]) -> asyncio.Future[object]:
        record = _find(id(resource))
        if record is not None:
            begun.future, begun.reason, begun.target = future, reason, record.number
        return future

    return probe


weave(locks.Lock.acquire, awaiting=_awaits(v.WAIT_ACQUIRE), returning=_acquired)
weave(locks.Lock.release, returning=_released)
weave(locks.Semaphore.acquire, awaiting=_awaits(v.WAIT_ACQUIRE), returning=_acquired)
weave(locks.Semaphore.release, returning=_released)
weave(locks.Event.set, returning=_switched)
weave(locks.Event.clear, returning=_switched)
weave(locks.Event.wait, awaiting=_awaits(v.WAIT_WAIT))
weave(queues.Queue.put, awaiting=_awaits(v.WAIT_PUT))
weave(queues.Queue.put_nowait, returning=_put)
weave(queues.Queue.get, awaiting=_awaits(v.WAIT_GET))
weave(queues.Queue.get_nowait, returning=_got)
weave(queues.Queue.task_done, returning=_task_done)

UNWINDS: dict[CodeType, Callable[[FrameType, object], None]] = {code_of(locks.Semaphore.acquire): _changed}
"""What to do when an exception has left one of asyncio's methods: who is cancelled with a permit at hand gives it back."""
