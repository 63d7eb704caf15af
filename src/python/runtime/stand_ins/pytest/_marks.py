"""Marks: what decorators say about tests."""

import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ._outcomes import fail

NOT_SET = object()
"""Where nothing was given."""


class PytestWarning(UserWarning):
    """What all of pytest's own warnings are."""

    __module__ = "pytest"


class PytestUnknownMarkWarning(PytestWarning):
    """A mark that nobody has registered."""

    __module__ = "pytest"


class PytestRemovedIn9Warning(PytestWarning, DeprecationWarning):
    """Something that is an error from pytest 9 on."""

    __module__ = "pytest"


class PytestCollectionWarning(PytestWarning):
    """Something that looks like a test and cannot be one."""

    __module__ = "pytest"


class PytestReturnNotNoneWarning(PytestWarning):
    """A test returned something: perhaps it was meant to be asserted."""

    __module__ = "pytest"


@dataclass(frozen=True)
class Mark:
    """A name with arguments."""

    name: str
    args: tuple
    kwargs: dict[str, Any] = field(hash=False)

    def combined_with(self, other: Mark) -> Mark:
        """This mark with more arguments."""
        return Mark(self.name, self.args + other.args, {**self.kwargs, **other.kwargs})


class MarkDecorator:
    """A mark, to be put on a function or a class, or to be given arguments first."""

    def __init__(self, mark: Mark) -> None:
        self.mark = mark

    @property
    def name(self) -> str:
        """The mark's name."""
        return self.mark.name

    @property
    def args(self) -> tuple:
        """The mark's arguments."""
        return self.mark.args

    @property
    def kwargs(self) -> dict[str, Any]:
        """The mark's named arguments."""
        return self.mark.kwargs

    def with_args(self, *args: object, **kwargs: object) -> MarkDecorator:
        """The same with more arguments, even if there is but one and that is a function."""
        return MarkDecorator(self.mark.combined_with(Mark(self.name, args, kwargs)))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if args and not kwargs and len(args) == 1 and (isinstance(args[0], type) or (callable(args[0]) and hasattr(args[0], "__name__"))):
            subject = args[0]
            if not isinstance(subject, type) or args[0].__name__ != "<lambda>":
                put(subject, self.mark)
                return subject
        return self.with_args(*args, **kwargs)

    def __repr__(self) -> str:
        return f"MarkDecorator(mark={self.mark!r})"


def put(subject: Any, mark: Mark) -> None:
    """Marks a function or a class; a class's own marks are not its subclasses'."""
    own = subject.__dict__.get("pytestmark", []) if isinstance(subject, type) else getattr(subject, "pytestmark", [])
    subject.pytestmark = [*normalized(own), mark]


def normalized(marks: object) -> list[Mark]:
    """Marks in whatever form they were given."""
    several = marks if isinstance(marks, list | tuple) else [marks]
    return [mark.mark if isinstance(mark, MarkDecorator) else mark for mark in several if isinstance(mark, Mark | MarkDecorator)]


def marks_of(subject: Any) -> list[Mark]:
    """The marks on a function, class or module; those of a class's bases come after its own."""
    if not isinstance(subject, type):
        return normalized(getattr(subject, "pytestmark", []))
    return [mark for base in reversed(subject.__mro__) for mark in normalized(base.__dict__.get("pytestmark", []))]


class MarkGenerator:
    """`pytest.mark`: makes marks by their names."""

    def __init__(self) -> None:
        self.known = {"parametrize", "skip", "skipif", "xfail", "usefixtures", "filterwarnings", "tryfirst", "trylast", "asyncio"}
        self.strict = False

    def __getattr__(self, name: str) -> MarkDecorator:
        if name.startswith("_"):
            raise AttributeError("Marker name must NOT start with underscore")
        if name not in self.known:
            if self.strict:
                __tracebackhide__ = True
                fail(f"{name!r} not found in `markers` configuration option", pytrace=False)
            advice = "You can register custom marks to avoid this warning - for details, see"
            warnings.warn(
                f"Unknown pytest.mark.{name} - is this a typo?  {advice} https://docs.pytest.org/en/stable/how-to/mark.html",
                PytestUnknownMarkWarning,
                2,
            )
        return MarkDecorator(Mark(name, (), {}))


mark = MarkGenerator()


@dataclass(frozen=True)
class ParameterSet:
    """One row of parameters, with marks and a name of its own."""

    values: tuple
    marks: tuple[Mark, ...]
    id: str | None


def param(*values: object, marks: object = (), id: str | None = None) -> ParameterSet:
    """A row of parameters, with marks or a name of its own."""
    return ParameterSet(values, tuple(normalized(marks)), id)


def evaluate_condition(condition: object, names: dict[str, object]) -> bool:
    """What the condition of a `skipif` or `xfail` comes to; a text is evaluated among `names`."""
    if isinstance(condition, str):
        return bool(eval(compile(condition, "<skipif condition>", "eval"), {"os": os, "sys": sys, **names}))
    return bool(condition)


def conditions_of(marked: Mark) -> Iterator[object]:
    """The conditions that a mark was given."""
    yield from ((marked.kwargs["condition"],) if "condition" in marked.kwargs else marked.args)


def closest(marks: Sequence[tuple[object, Mark]], name: str) -> Mark | None:
    """The mark with a name that is nearest to a test."""
    return next((found for _, found in marks if found.name == name), None)
