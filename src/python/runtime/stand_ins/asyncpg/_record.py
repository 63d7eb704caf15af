"""A row of a result."""

from collections.abc import Iterator, KeysView, Mapping
from typing import override


class Record(tuple):
    """A tuple whose fields have names, too. Iterating gives the values, as asyncpg's does."""

    _names: Mapping[str, int]

    @classmethod
    def _of(cls, names: Mapping[str, int], values: tuple[object, ...]) -> Record:
        record = cls(values)
        record._names = names
        return record

    @override
    def __getitem__(self, key: object) -> object:
        if isinstance(key, str):
            if key not in self._names:
                raise KeyError(key)
            return super().__getitem__(self._names[key])
        return super().__getitem__(key)

    @override
    def __contains__(self, name: object) -> bool:
        return name in self._names

    def get(self, name: str, default: object = None) -> object:
        """The value of a field, or `default` where there is none of that name."""
        return self[name] if name in self._names else default

    def keys(self) -> Iterator[str] | KeysView[str]:
        """The fields' names."""
        return iter(self._names)

    def values(self) -> Iterator[object]:
        """The fields' values."""
        return iter(self)

    def items(self) -> Iterator[tuple[str, object]]:
        """Names and values."""
        return zip(self._names, self, strict=True)

    @override
    def __repr__(self) -> str:
        return f"<Record {' '.join(f'{name}={value!r}' for name, value in self.items())}>"
