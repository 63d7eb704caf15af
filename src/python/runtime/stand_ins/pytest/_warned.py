"""Warnings: those that a block has to give, and those of the whole run."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from ._marks import PytestRemovedIn9Warning
from ._outcomes import UsageError, fail


class WarningsRecorder(warnings.catch_warnings):
    """Keeps the warnings of a block: `recwarn`."""

    def __init__(self) -> None:
        super().__init__(record=True)
        self.list: list[warnings.WarningMessage] = []

    def __enter__(self) -> Self:
        self.list = super().__enter__()
        warnings.simplefilter("always")
        return self

    def __getitem__(self, at: int) -> warnings.WarningMessage:
        return self.list[at]

    def __iter__(self) -> Iterator[warnings.WarningMessage]:
        return iter(self.list)

    def __len__(self) -> int:
        return len(self.list)

    def pop(self, cls: type[Warning] = Warning) -> warnings.WarningMessage:
        """Takes the first warning of a class."""
        for at, one in enumerate(self.list):
            if issubclass(one.category, cls):
                return self.list.pop(at)
        __tracebackhide__ = True
        raise AssertionError(f"{cls!r} not found in warning list")

    def clear(self) -> None:
        """Forgets them."""
        self.list[:] = []


class _Expected(WarningsRecorder):
    """A block that has to warn."""

    def __init__(self, expected: Any, match: str | None) -> None:
        super().__init__()
        self._expected = expected if isinstance(expected, tuple) else (expected,)
        self._match = match

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        super().__exit__(kind, error, trace)
        __tracebackhide__ = True
        if error is not None:
            return
        fitting = [one for one in self if issubclass(one.category, self._expected)]
        seen = f" Emitted warnings: {[one.message for one in self]}."
        if not fitting:
            fail(f"DID NOT WARN. No warnings of type {self._expected} were emitted.\n{seen}")
        if self._match is not None and not any(re.search(self._match, str(one.message)) for one in fitting):
            fail(f"DID NOT WARN. No warnings of type {self._expected} matching the regex were emitted.\n Regex: {self._match}\n{seen}")
        for one in self:
            if one not in fitting or (self._match is not None and not re.search(self._match, str(one.message))):
                warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)


def warns(expected_warning: Any = Warning, *args: Any, match: str | None = None, **kwargs: Any) -> Any:
    """A block, or a call, that fails unless it gives such a warning."""
    __tracebackhide__ = True
    if not args:
        return _Expected(expected_warning, match)
    with _Expected(expected_warning, match):
        return args[0](*args[1:], **kwargs)


def deprecated_call(*args: Any, match: str | None = None, **kwargs: Any) -> Any:
    """The same for warnings about what is deprecated."""
    return warns((DeprecationWarning, PendingDeprecationWarning, FutureWarning), *args, match=match, **kwargs)


@contextmanager
def collected(filters: list[str], record: Any, nodeid: str) -> Iterator[None]:
    """A block whose warnings are given to `record`, with the test that gave them; `filters` as in the ini file and the marks."""
    with warnings.catch_warnings(record=True) as found:
        warnings.filterwarnings("always", category=DeprecationWarning)
        warnings.filterwarnings("always", category=PendingDeprecationWarning)
        warnings.filterwarnings("error", category=PytestRemovedIn9Warning)
        for one in filters:
            warnings.filterwarnings(*_filter(one))
        try:
            yield
        finally:
            for message in found:
                record(message, nodeid)


def _filter(text: str) -> tuple[Any, str, type[Warning], str, int]:
    action, message, category, module, line = [*(part.strip() for part in text.split(":", 4)), "", "", "", ""][:5]
    actions = ("default", "always", "ignore", "module", "once", "error")
    chosen = next((one for one in actions if action and one.startswith(action)), None)
    if chosen is None:
        complaint = f"while parsing the following warning configuration:\n\n  {text}\n\nThis error occurred:\n\n"
        raise UsageError(f"{complaint}invalid action: {action!r}")
    return chosen, message, _category(category), module and re.escape(module) + r"\Z", int(line or 0)


def _category(name: str) -> type[Warning]:
    if not name:
        return Warning
    module, _, attribute = name.rpartition(".")
    found = getattr(__import__(module or "builtins", None, None, [attribute]), attribute)
    if not issubclass(found, Warning):
        raise UsageError(f"{found} is not a Warning subclass")
    return found
