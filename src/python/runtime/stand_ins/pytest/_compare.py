"""What differs between two values that should have compared otherwise."""

import dataclasses
import difflib
import pprint
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

from ._approx import Approx
from ._outcomes import Exit
from ._pretty import pretty_lines
from ._saferepr import saferepr, whole_repr

_ROOM = 65
"""Characters for a comparison in a line of a terminal, as pytest counts them."""


def comparison(operator: str, left: object, right: object, verbosity: int) -> list[str] | None:
    """The lines that tell a comparison in detail, if there are any."""
    as_ascii = isinstance(left, str) and isinstance(right, str) and normalize("NFD", left) == normalize("NFD", right)
    if verbosity > 1:
        left_text, right_text = whole_repr(left, as_ascii), whole_repr(right, as_ascii)
    else:
        longest = (_ROOM - len(operator) - 2) // 2
        left_text, right_text = saferepr(left, longest, as_ascii), saferepr(right, longest, as_ascii)
    try:
        lines = _details(operator, left, right, verbosity)
    except Exit:
        raise
    except Exception as error:
        lines = [
            f"(pytest_assertion plugin: representation of details failed: {type(error).__name__}: {error}.",
            " Probably an object has a faulty __repr__.)",
        ]
    if not lines:
        return None
    return [f"{left_text} {operator} {right_text}", *([] if lines[0] == "" else [""]), *lines]


def _details(operator: str, left: object, right: object, verbosity: int) -> list[str] | None:
    if operator == "==":
        return _equal(left, right, verbosity)
    if operator == "not in" and isinstance(left, str) and isinstance(right, str):
        return _contained(left, right, verbosity)
    if _is_set(left) and _is_set(right):
        if operator == "!=":
            return ["Both sets are equal"]
        if operator in (">=", ">"):
            return _extra("right", right, left) or (["Both sets are equal"] if operator == ">" else [])
        if operator in ("<=", "<"):
            return _extra("left", left, right) or (["Both sets are equal"] if operator == "<" else [])
    return None


def _is_set(value: object) -> bool:
    return isinstance(value, set | frozenset)


def _is_sequence(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _is_iterable(value: object) -> bool:
    try:
        iter(value)
    except Exception:
        return False
    return not isinstance(value, str)


def _equal(left: object, right: object, verbosity: int) -> list[str]:
    if isinstance(left, str) and isinstance(right, str):
        return _texts(left, right, verbosity)
    lines: list[str] = []
    if isinstance(left, Approx) or isinstance(right, Approx):
        approximate, other = (left, right) if isinstance(left, Approx) else (right, left)
        lines = approximate.differences(other)
    elif type(left) is type(right) and _fields(left) is not None:
        lines = _attributes(left, right, verbosity)
    elif _is_sequence(left) and _is_sequence(right):
        lines = _sequences(left, right)
    elif _is_set(left) and _is_set(right):
        lines = _extra("left", left, right) + _extra("right", right, left)
    elif isinstance(left, dict) and isinstance(right, dict):
        lines = _mappings(left, right, verbosity)
    if _is_iterable(left) and _is_iterable(right):
        lines += _full_difference(left, right) if verbosity > 0 else ["Use -v to get more diff"]
    return lines


def _texts(left: str, right: str, verbosity: int) -> list[str]:
    lines = []
    if verbosity < 1:
        same = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)) - 1)
        if same > 42:
            skipped = same - 10
            lines = [f"Skipping {skipped} identical leading characters in diff, use -v to show"]
            left, right = left[skipped:], right[skipped:]
        if len(left) == len(right):
            same = next((at for at in range(len(left)) if left[-at] != right[-at]), 0)
            if same > 42:
                skipped = same - 10
                lines.append(f"Skipping {skipped} identical trailing characters in diff, use -v to show")
                left, right = left[:-skipped], right[:-skipped]
    if left.isspace() or right.isspace():
        left, right = repr(left), repr(right)
        lines.append("Strings contain only whitespace, escaping them using repr()")
    difference = difflib.ndiff(right.splitlines(keepends=True), left.splitlines(keepends=True))
    return [*lines, *"\n".join(line.strip("\n") for line in difference).splitlines()]


def _contained(term: str, text: str, verbosity: int) -> list[str]:
    at = text.find(term)
    difference = _texts(text, text[:at] + text[at + len(term) :], verbosity)
    lines = [line for line in difference if not line.startswith(("Skipping", "- "))]
    return [f"{saferepr(term, 42)} is contained here:", *(f"  {line[2:]}" if line.startswith("+ ") else line for line in lines)]


def _sequences(left: Sequence, right: Sequence) -> list[str]:
    lines = []
    in_bytes = isinstance(left, bytes) and isinstance(right, bytes)
    for at in range(min(len(left), len(right))):
        if left[at] != right[at]:
            a, b = (left[at : at + 1], right[at : at + 1]) if in_bytes else (left[at], right[at])
            lines.append(f"At index {at} diff: {a!r} != {b!r}")
            break
    surplus = len(left) - len(right)
    if surplus and not in_bytes:
        side, extra = ("Left", left[len(right)]) if surplus > 0 else ("Right", right[len(left)])
        count = "one more item" if abs(surplus) == 1 else f"{abs(surplus)} more items, first extra item"
        lines.append(f"{side} contains {count}: {saferepr(extra)}")
    return lines


def _extra(side: str, these: set, those: set) -> list[str]:
    extra = these - those
    return [f"Extra items in the {side} set:", *map(saferepr, extra)] if extra else []


def _mappings(left: Mapping, right: Mapping, verbosity: int) -> list[str]:
    lines: list[str] = []
    common = set(left).intersection(right)
    same = {key: left[key] for key in common if left[key] == right[key]}
    if same and verbosity < 2:
        lines.append(f"Omitting {len(same)} identical items, use -vv to show")
    elif same:
        lines += ["Common items:", *pprint.pformat(same).splitlines()]
    different = {key for key in common if left[key] != right[key]}
    if different:
        lines.append("Differing items:")
        lines += [f"{saferepr({key: left[key]})} != {saferepr({key: right[key]})}" for key in different]
    for side, these, those in (("Left", left, right), ("Right", right, left)):
        extra = set(these) - set(those)
        if extra:
            lines.append(f"{side} contains {len(extra)} more item{'' if len(extra) == 1 else 's'}:")
            lines += pprint.pformat({key: these[key] for key in extra}).splitlines()
    return lines


def _fields(value: object) -> list[str] | None:
    """The names of what an object is compared by, if it is a dataclass's or a named tuple."""
    if dataclasses.is_dataclass(value):
        return [field.name for field in dataclasses.fields(value) if field.compare]
    return list(value._fields) if isinstance(value, tuple) and hasattr(value, "_fields") else None


def _attributes(left: object, right: object, verbosity: int) -> list[str]:
    own = getattr(type(left).__eq__, "__code__", None)
    if dataclasses.is_dataclass(left) and own is not None and own.co_filename != "<string>":
        return []
    fields = _fields(left) or []
    same = [name for name in fields if getattr(left, name) == getattr(right, name)]
    different = [name for name in fields if name not in same]
    lines = [""] if fields else []
    if same and verbosity < 2:
        lines.append(f"Omitting {len(same)} identical items, use -vv to show")
    elif same:
        lines += ["Matching attributes:", *pprint.pformat(same).splitlines()]
    if different:
        lines += ["Differing attributes:", *pprint.pformat(different).splitlines()]
    for name in different:
        a, b = getattr(left, name), getattr(right, name)
        lines += ["", f"Drill down into differing attribute {name}:", f"  {name}: {a!r} != {b!r}"]
        lines += [f"  {line}" for line in _equal(a, b, verbosity)]
    return lines


def _full_difference(left: Iterable, right: Iterable) -> list[str]:
    difference = difflib.ndiff(pretty_lines(right), pretty_lines(left))
    return ["", "Full diff:", *"\n".join(line.rstrip() for line in difference).splitlines()]
