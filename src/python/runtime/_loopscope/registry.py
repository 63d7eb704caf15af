"""Numbers for the user's objects, by identity and without keeping them alive."""

from collections.abc import Callable
from weakref import ref


class Registry[T]:
    """Numbers objects from 1 in the order in which they are first seen; forgets an object when it dies, so that ids can be reused."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._refs: dict[int, ref[T]] = {}
        self._count = 0

    def find(self, thing: object) -> int:
        """The object's number, or 0 if it was never added."""
        return self._numbers.get(id(thing), 0)

    def add(self, thing: T, forgotten: Callable[[int], object] | None = None) -> int:
        """Numbers an object that is new here; `forgotten` is called with the number when the object dies."""
        self._count = number = self._count + 1
        key = id(thing)

        def forget(_: ref[T]) -> None:
            del self._numbers[key], self._refs[key]
            if forgotten is not None:
                forgotten(number)

        self._numbers[key] = number
        self._refs[key] = ref(thing, forget)
        return number

    def get(self, key: int) -> T | None:
        """The living object whose `id()` is `key`."""
        found = self._refs.get(key)
        return None if found is None else found()
