"""What is known about the user's objects, by identity and without keeping them alive."""

from weakref import ref


class Registry[T, R]:
    """Records by the `id()` of the object that each is about; a record is forgotten when its object dies."""

    def __init__(self) -> None:
        self._records: dict[int, R] = {}
        self._refs: dict[int, ref[T]] = {}
        self.find = self._records.get
        """The record by the `id()` of an object, or None."""

    def add(self, thing: T, record: R) -> R:
        """Keeps a record for as long as the object lives."""
        key = id(thing)

        def forget(_: ref[T]) -> None:
            del self._records[key], self._refs[key]

        self._records[key] = record
        self._refs[key] = ref(thing, forget)
        return record
