"""What is known about asyncio's locks and queues, by identity."""

from asyncio import locks, queues

from .registry import Registry

type Resource = locks.Lock | locks.Event | locks.Condition | locks.Semaphore | locks.Barrier | queues.Queue[object]


class ResourceRecord:
    """What is known about a resource."""

    __slots__ = ("capacity", "holders", "items", "kind", "number", "texts", "unfinished", "value")

    def __init__(self, number: int, kind: int) -> None:
        self.number = number
        self.kind = kind
        """A ResourceKind."""
        self.capacity = 1
        self.value: int | None = None
        self.unfinished = 0
        """Its numbers, as they were recorded last: see the event `level`."""
        self.texts: dict[int | None, int] = {}
        """The texts for it by its value, as far as they are needed and it has no other state that they tell of."""
        self.holders: list[int] = []
        """The tasks that hold it, once for each permit."""
        self.items: list[tuple[int, int]] = []
        """What is in a queue: the `id()` of each item and its number."""


_registry: Registry[Resource, ResourceRecord] = Registry()

find = _registry.find
"""The record of a resource by its `id()`, or None for one that asyncio made for itself."""
add = _registry.add
