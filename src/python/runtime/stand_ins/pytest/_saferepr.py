"""Short texts for values, which never fail."""

import reprlib
from types import MethodType

LONGEST = 240
"""In characters: what a value may take in an explanation."""


def _exception_text(error: BaseException, value: object) -> str:
    try:
        text = repr(error)
    except Exception as another:
        text = f"unpresentable exception ({another!r})"
    return f"<[{text} raised in repr()] {type(value).__name__} object at 0x{id(value):x}>"


def _ellipsized(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = max(0, (longest - 3) // 2)
    tail = max(0, longest - 3 - head)
    return f"{text[:head]}...{text[len(text) - tail :]}"


class _Repr(reprlib.Repr):
    """`reprlib`'s, of which each part may be as long as all of it."""

    def __init__(self, longest: int | None, as_ascii: bool) -> None:
        super().__init__()
        self.longest = longest
        self.as_ascii = as_ascii
        self.maxstring = longest if longest is not None else 1_000_000_000

    def repr(self, value: object) -> str:
        try:
            text = ascii(value) if self.as_ascii else super().repr(value)
        except KeyboardInterrupt, SystemExit:
            raise
        except BaseException as error:
            text = _exception_text(error, value)
        return text if self.longest is None else _ellipsized(text, self.longest)

    def repr_instance(self, value: object, level: int) -> str:
        try:
            text = repr(value)
        except KeyboardInterrupt, SystemExit:
            raise
        except BaseException as error:
            text = _exception_text(error, value)
        return text if self.longest is None else _ellipsized(text, self.longest)


def saferepr(value: object, maxsize: int | None = LONGEST, as_ascii: bool = False) -> str:
    """A text of at most so many characters."""
    return _Repr(maxsize, as_ascii).repr(value)


def whole_repr(value: object, as_ascii: bool = False) -> str:
    """The whole of a value's own text, which must not fail."""
    try:
        return ascii(value) if as_ascii else repr(value)
    except KeyboardInterrupt, SystemExit:
        raise
    except BaseException as error:
        return _exception_text(error, value)


def value_text(value: object, longest: int | None) -> str:
    """How a value stands in the explanation of an assertion: in one line."""
    if isinstance(value, MethodType):
        return value.__name__
    text = whole_repr(value) if longest is None else saferepr(value, longest)
    return text.replace("\n", "\\n")
