"""Numbers that are nearly equal."""

import math
from collections.abc import Iterable, Mapping, Sequence, Sized
from decimal import Decimal
from numbers import Complex
from typing import Any

_ABSOLUTE = 1e-12
_RELATIVE = 1e-6


class Approx:
    """What something is compared with; never usable as a truth value."""

    __hash__ = None

    def __init__(self, expected: Any, rel: Any, abs: Any, nan_ok: bool) -> None:
        self.expected = expected
        self.options = rel, abs, nan_ok

    def __bool__(self) -> bool:
        __tracebackhide__ = True
        raise AssertionError("approx() is not supported in a boolean context.\nDid you mean: `assert a == approx(b)`?")

    def __ne__(self, actual: object) -> bool:
        return not (actual == self)

    def of(self, value: object) -> Any:
        """A part of what is expected, to be compared in the same way."""
        return ApproxNumber(value, *self.options)

    def differences(self, other: Any) -> list[str]:
        """The lines that tell how something differs from this."""
        return ["comparison failed", f"Obtained: {other}", f"Expected: {self}"]


class ApproxNumber(Approx):
    """A number, or anything else, which is then compared exactly."""

    def __repr__(self) -> str:
        value = self.expected
        if isinstance(value, bool) or not isinstance(value, Complex | Decimal) or math.isinf(abs(value)):
            return str(value)
        try:
            tolerance = self.tolerance
            text = f"{tolerance:n}" if 1e-3 <= tolerance < 1e3 else f"{tolerance:.1e}"
            if isinstance(value, Complex) and value.imag and not math.isinf(tolerance):
                text += " ∠ ±180°"
        except ValueError:
            text = "???"
        return f"{value} ± {text}"

    def __eq__(self, actual: Any) -> bool:
        value = self.expected
        if isinstance(value, bool) and not isinstance(actual, bool):
            return False
        if actual == value:
            return True
        numbers = isinstance(value, Complex | Decimal) and isinstance(actual, Complex | Decimal)
        if isinstance(value, bool) or not numbers:
            return False
        if math.isnan(abs(value)):
            return self.options[2] and math.isnan(abs(actual))
        return not math.isinf(abs(value)) and abs(value - actual) <= self.tolerance

    __hash__ = None

    @property
    def tolerance(self) -> Any:
        """How far something may be away: the larger of both tolerances. Raises ValueError for one that makes no sense."""
        kind = Decimal if isinstance(self.expected, Decimal) else float
        relative, absolute, _ = self.options
        given = kind(str(_ABSOLUTE)) if absolute is None else absolute
        _check("absolute", given)
        if relative is None and absolute is not None:
            return given
        part = (kind(str(_RELATIVE)) if relative is None else relative) * abs(self.expected)
        _check("relative", part)
        return max(part, given)


def _check(which: str, tolerance: Any) -> None:
    if tolerance < 0:
        raise ValueError(f"{which} tolerance can't be negative: {tolerance}")
    if math.isnan(tolerance):
        raise ValueError(f"{which} tolerance can't be NaN.")


class ApproxMapping(Approx):
    """A mapping whose values are compared so."""

    def __repr__(self) -> str:
        return f"approx({ {key: self.of(value) for key, value in self.expected.items()}!r})"

    def __eq__(self, actual: Any) -> bool:
        try:
            return set(actual.keys()) == set(self.expected.keys()) and all(actual[key] == self.of(self.expected[key]) for key in actual)
        except AttributeError:
            return False

    __hash__ = None

    def differences(self, other: Any) -> list[str]:
        """As of every Approx."""
        if len(self.expected) != len(other):
            return ["Impossible to compare mappings with different sizes.", f"Lengths: {len(self.expected)} and {len(other)}"]
        if self.expected.keys() != other.keys():
            return ["comparison failed.", f"Mappings has different keys: expected {self.expected.keys()} but got {other.keys()}"]
        return _table([(key, other[key], self.of(value)) for key, value in self.expected.items()], relative_to_expected=True)


class ApproxSequence(Approx):
    """A sequence whose items are compared so."""

    def __repr__(self) -> str:
        kind = type(self.expected) if type(self.expected) in (tuple, list) else list
        return f"approx({kind(map(self.of, self.expected))!r})"

    def __eq__(self, actual: Any) -> bool:
        try:
            same_length = len(actual) == len(self.expected)
        except TypeError:
            return False
        return same_length and all(item == self.of(value) for item, value in zip(actual, self.expected, strict=True))

    __hash__ = None

    def differences(self, other: Any) -> list[str]:
        """As of every Approx."""
        if len(self.expected) != len(other):
            return ["Impossible to compare lists with different sizes.", f"Lengths: {len(self.expected)} and {len(other)}"]
        pairs = zip(other, map(self.of, self.expected), strict=True)
        return _table([(at, obtained, expected) for at, (obtained, expected) in enumerate(pairs)], relative_to_expected=False)


def _table(rows: list[tuple[object, Any, ApproxNumber]], relative_to_expected: bool) -> list[str]:
    wrong = [row for row in rows if row[2] != row[1]]
    absolute = relative = -math.inf
    for _, obtained, expected in wrong:
        try:
            difference = abs(expected.expected - obtained)
        except TypeError:
            continue
        absolute = max(absolute, difference)
        base = expected.expected if relative_to_expected else obtained
        relative = math.inf if base == 0 else max(relative, difference / abs(base))
    lines = [("Index", "Obtained", "Expected"), *((str(a), str(b), str(c)) for a, b, c in wrong)]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    return [
        f"comparison failed. Mismatched elements: {len(wrong)} / {len(rows)}:",
        f"Max absolute difference: {absolute}",
        f"Max relative difference: {relative}",
        *(" | ".join(f"{text:<{width}}" for text, width in zip(line, widths, strict=True)) for line in lines),
    ]


def approx(expected: Any, rel: Any = None, abs: Any = None, nan_ok: bool = False) -> Any:
    """Something that is equal to what is nearly `expected`."""
    __tracebackhide__ = True
    if isinstance(expected, Mapping):
        parts, kind = list(expected.values()), ApproxMapping
    elif isinstance(expected, Sequence) and not isinstance(expected, str | bytes):
        parts, kind = list(expected), ApproxSequence
    elif isinstance(expected, Iterable) and isinstance(expected, Sized) and not isinstance(expected, str | bytes):
        raise TypeError(f"pytest.approx() only supports ordered sequences, but got: {expected!r}")
    else:
        return ApproxNumber(expected, rel, abs, nan_ok)
    for part in parts:
        if isinstance(part, type(expected)):
            raise TypeError(f"pytest.approx() does not support nested data structures: {part!r} in {expected!r}")
    return kind(expected, rel, abs, nan_ok)
