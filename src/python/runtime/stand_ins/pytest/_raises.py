"""`raises`, and what it knows about an exception."""

import re
import traceback
from types import TracebackType
from typing import Any

from ._outcomes import fail


class ExceptionInfo:
    """An exception that was raised, known once it was."""

    def __init__(self, value: BaseException | None = None) -> None:
        self._value = value

    @property
    def value(self) -> BaseException:
        """The exception."""
        if self._value is None:
            raise AttributeError(".value can only be used after the context manager exits")
        return self._value

    @property
    def type(self) -> type[BaseException]:
        """Its class."""
        return type(self.value)

    @property
    def tb(self) -> TracebackType | None:
        """Its traceback."""
        return self.value.__traceback__

    @property
    def typename(self) -> str:
        """Its class's name."""
        return self.type.__name__

    @property
    def traceback(self) -> list[traceback.FrameSummary]:
        """The lines that it went through, innermost last."""
        return list(traceback.extract_tb(self.tb))

    def exconly(self, tryshort: bool = False) -> str:
        """The lines about it that stand below a traceback; `tryshort`: without a name that a failed assertion says already."""
        text = "".join(traceback.format_exception_only(self.type, self.value)).rstrip()
        short = "AssertionError: "
        if tryshort and isinstance(self.value, AssertionError) and _names_itself(self.value) and text.startswith(short):
            return text[len(short) :]
        return text

    def errisinstance(self, exc: Any) -> bool:
        """Whether it is of a class."""
        return isinstance(self.value, exc)

    def match(self, regexp: str | re.Pattern[str]) -> bool:
        """Fails unless its text matches somewhere."""
        __tracebackhide__ = True
        text = _matched_text(self.value)
        pattern = regexp.pattern if isinstance(regexp, re.Pattern) else regexp
        hint = "\n Did you mean to `re.escape()` the regex?" if pattern == text else ""
        assert re.search(regexp, text), f"Regex pattern did not match.\n  Expected regex: {pattern!r}\n  Actual message: {text!r}{hint}"
        return True

    def group_contains(self, expected_exception: Any, *, match: Any = None, depth: int | None = None) -> bool:
        """Whether an exception group holds such an exception, at a depth if one is given."""
        if not isinstance(self.value, BaseExceptionGroup):
            raise AssertionError("Captured exception is not an instance of `BaseExceptionGroup`")
        return _contains(self.value, expected_exception, match, depth, 1)

    def __repr__(self) -> str:
        if self._value is None:
            return "<ExceptionInfo for raises contextmanager>"
        return f"<{type(self).__name__} {self._value!r} tblen={len(self.traceback)}>"


def _names_itself(error: AssertionError) -> bool:
    return repr(error).startswith("AssertionError('assert ")


def _matched_text(error: BaseException) -> str:
    return "\n".join([str(error), *getattr(error, "__notes__", [])])


def _contains(group: BaseExceptionGroup, kind: Any, match: Any, depth: int | None, at: int) -> bool:
    for error in group.exceptions:
        fits = isinstance(error, kind) and (match is None or re.search(match, _matched_text(error)) is not None)
        if fits and depth in (None, at):
            return True
        if isinstance(error, BaseExceptionGroup) and (depth is None or at < depth) and _contains(error, kind, match, depth, at + 1):
            return True
    return False


class RaisesExc:
    """A block that has to raise."""

    def __init__(self, expected: Any, match: str | re.Pattern[str] | None, check: Any) -> None:
        self._expected = expected
        self._match = match
        self._check = check
        self._info = ExceptionInfo()

    def __enter__(self) -> ExceptionInfo:
        return self._info

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        __tracebackhide__ = True
        if error is None:
            fail(f"DID NOT RAISE {_described(self._expected)}")
        if not isinstance(error, self._expected):
            return False
        self._info._value = error
        if self._match is not None:
            self._info.match(self._match)
        if self._check is not None and not self._check(error):
            name = getattr(self._check, "__name__", repr(self._check))
            raise AssertionError(f"check {name} did not return True")
        return True


def _described(expected: Any) -> str:
    several = expected if isinstance(expected, tuple) else (expected,)
    return repr(several[0]) if len(several) == 1 else f"any of {several!r}"


def _check_kind(kind: object) -> None:
    if isinstance(kind, type) and issubclass(kind, BaseException):
        return
    message = "Expected a BaseException type, but got "
    if isinstance(kind, type):
        raise ValueError(f"{message}{kind.__name__!r}")
    if isinstance(kind, BaseException):
        raise TypeError(f"{message}an exception instance: {type(kind).__name__}")
    raise TypeError(f"{message}{type(kind).__name__!r}")


def raises(expected_exception: Any = BaseException, *args: Any, match: Any = None, check: Any = None, **kwargs: Any) -> Any:
    """A `with` block that fails unless it raises such an exception, whose text matches; or a call that has to."""
    __tracebackhide__ = True
    several = expected_exception if isinstance(expected_exception, tuple) else (expected_exception,)
    if not several:
        raise ValueError("You must specify at least one parameter to match on.")
    for one in several:
        _check_kind(one)
    if not args:
        if kwargs:
            message = f"Unexpected keyword arguments passed to pytest.raises: {', '.join(sorted(kwargs))}"
            raise TypeError(f"{message}\nUse context-manager form instead?")
        return RaisesExc(expected_exception, match, check)
    function, *rest = args
    if not callable(function):
        raise TypeError(f"{function!r} object (type: {type(function)}) must be callable")
    with RaisesExc(expected_exception, match, check) as info:
        function(*rest, **kwargs)
    return info
