"""Tables by code object."""

from collections.abc import Mapping
from types import CodeType


def by_identity[T](table: Mapping[CodeType, T]) -> dict[int, T]:
    """The table by the `id()` of its code objects, which have to outlive it: a code object's hash reads all of its bytecode each time."""
    return {id(code): value for code, value in table.items()}
