"""Failures in pytest's own form: the source of what failed with a mark at the line, and the exception behind it."""

import ast
import linecache
import os
import textwrap
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from ._raises import ExceptionInfo
from ._saferepr import saferepr

WIDTH = 80
_CAUSE = "The above exception was the direct cause of the following exception:"
_CONTEXT = "During handling of the above exception, another exception occurred:"


@dataclass
class Style:
    """How failures are told."""

    form: str = "auto"
    """As of `--tb`: auto, long, short, line, native or no."""
    show_locals: bool = False
    whole: bool = False
    """Whether hidden frames are shown too."""
    whole_values: bool = False


@dataclass
class Place:
    """Where an exception was raised, and its first words."""

    path: str
    line: int
    message: str


def separator(sign: str, title: str | None = None, width: int = WIDTH) -> str:
    """A line of signs, around a title if there is one."""
    if title is None:
        return sign * (width // len(sign))
    count = max((width - len(title) - 2) // (2 * len(sign)), 1)
    line = f"{sign * count} {title} {sign * count}"
    return line + sign.rstrip() if len(line) + len(sign.rstrip()) <= width else line


def relative(path: str) -> str:
    """A path as it is seen from the current folder, if that is shorter."""
    try:
        seen = os.path.relpath(path)
    except ValueError:
        return path
    return seen if len(seen) < len(path) else path


def entries_of(error: BaseException) -> list[TracebackType]:
    """The lines that an exception went through, outermost first."""
    found = []
    trace = error.__traceback__
    while trace is not None:
        found.append(trace)
        trace = trace.tb_next
    return found


def _hidden(entry: TracebackType, error: BaseException) -> bool:
    names = entry.tb_frame.f_locals
    hide = names.get("__tracebackhide__", entry.tb_frame.f_globals.get("__tracebackhide__", False))
    return bool(hide(ExceptionInfo(error)) if callable(hide) else hide)


def visible(error: BaseException, code: Any, style: Style) -> list[TracebackType]:
    """The lines from the test's own function inwards, if its code is known, without those that hide themselves."""
    found = entries_of(error)
    if style.whole:
        return found
    if code is not None:
        starts = [at for at, entry in enumerate(found) if entry.tb_frame.f_code is code]
        same_file = [at for at, entry in enumerate(found) if entry.tb_frame.f_code.co_filename == code.co_filename]
        found = found[(starts or same_file or [0])[0] :]
    shown = [entry for entry in found if not (_is_own(entry) or entry.tb_frame.f_globals.get("__unittest"))] or found
    return [entry for entry in shown if not _hidden(entry, error)] or shown[-1:]


_OWN = os.path.dirname(__file__) + os.sep


def _is_own(entry: TracebackType) -> bool:
    return entry.tb_frame.f_code.co_filename.startswith(_OWN)


def crash(error: BaseException, entries: Sequence[TracebackType]) -> Place:
    """Where and how an exception was raised."""
    last = entries[-1]
    return Place(last.tb_frame.f_code.co_filename, last.tb_lineno, ExceptionInfo(error).exconly(tryshort=True))


def told(error: BaseException, code: Any, style: Style) -> list[str]:
    """The lines that tell of an exception and of those that led to it."""
    if style.form == "native":
        return _native(error, code, style)
    chain: list[tuple[BaseException, str | None]] = [(error, None)]
    seen = {id(error)}
    while True:
        last = chain[-1][0]
        if last.__cause__ is not None:
            before, words = last.__cause__, _CAUSE
        elif last.__context__ is not None and not last.__suppress_context__:
            before, words = last.__context__, _CONTEXT
        else:
            break
        if id(before) in seen:
            break
        seen.add(id(before))
        chain.append((before, words))
    lines: list[str] = []
    for at in range(len(chain) - 1, -1, -1):
        one = chain[at][0]
        lines += _one(one, code if at == 0 or _mentions(one, code) else None, style)
        if at:
            lines += ["", chain[at][1] or ""]
    return lines


def _mentions(error: BaseException, code: Any) -> bool:
    return any(entry.tb_frame.f_code is code for entry in entries_of(error))


def _one(error: BaseException, code: Any, style: Style) -> list[str]:
    if error.__traceback__ is None or isinstance(error, BaseExceptionGroup):
        return _native(error, code, style)
    if style.form == "line":
        first, *rest = ExceptionInfo(error).exconly(tryshort=True).split("\n")
        return [f"E   {first}", *(f"    {line}" for line in rest)]
    entries = visible(error, code, style)
    inner = range(1, len(entries) - 1) if style.form == "auto" else range(len(entries) if style.form == "short" else 0)
    extra = None
    if isinstance(error, RecursionError):
        entries, extra = _without_repetition(entries)
    lines: list[str] = []
    for at, entry in enumerate(entries):
        is_last = at == len(entries) - 1
        raised = error if is_last else None
        lines += _short(entry, raised) if at in inner else ["", *_long(entry, raised, style)]
        if not is_last and not (at in inner and at + 1 in inner):
            lines.append(separator("_ "))
    return [*lines, extra] if extra else lines


def _native(error: BaseException, code: Any, style: Style) -> list[str]:
    first = visible(error, code, style)[0] if error.__traceback__ is not None else None
    return "".join(traceback.format_exception(type(error), error, first)).rstrip("\n").split("\n")


def _without_repetition(entries: list[TracebackType]) -> tuple[list[TracebackType], str | None]:
    seen: dict[tuple[object, int], list[dict[str, object]]] = {}
    for at, entry in enumerate(entries):
        key = entry.tb_frame.f_code, entry.tb_lineno
        names = dict(entry.tb_frame.f_locals)
        if names in seen.get(key, []):
            return entries[: at + 1], "!!! Recursion detected (same locals & position)"
        seen.setdefault(key, []).append(names)
    return entries, None


def _short(entry: TracebackType, error: BaseException | None) -> list[str]:
    code = entry.tb_frame.f_code
    source = linecache.getline(code.co_filename, entry.tb_lineno, entry.tb_frame.f_globals).rstrip("\n")
    stripped = source.strip() or "???"
    lines = [f"{relative(code.co_filename)}:{entry.tb_lineno}: in {code.co_name}", f"    {stripped}"]
    lines += _arrows(entry, source, len(source) - len(source.lstrip()))
    return lines if error is None else lines + _exception_lines(error, 4)


def _long(entry: TracebackType, error: BaseException | None, style: Style) -> list[str]:
    code = entry.tb_frame.f_code
    lines = _arguments(entry, style)
    source, first, start = _source(entry)
    dedented = textwrap.dedent("\n".join(source)).split("\n") if source else ["???"]
    at = entry.tb_lineno - first
    cut = len(source[at]) - len(dedented[at]) if source else 0
    for number, line in enumerate(dedented):
        lines.append(f">   {line}" if number == at else f"    {line}")
        if number == at and source:
            lines += _arrows(entry, source[at], cut)
    if error is not None:
        statement = dedented[start - first]
        lines += _exception_lines(error, 4 + len(statement) - len(statement.lstrip()))
    if style.show_locals:
        lines += ["", *_locals(entry, style)]
    message = type(error).__name__ if error is not None else ""
    return [*lines, "", f"{relative(code.co_filename)}:{entry.tb_lineno}: {message}"]


def _arguments(entry: TracebackType, style: Style) -> list[str]:
    frame = entry.tb_frame
    code = frame.f_code
    count = code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)
    longest = None if style.whole_values else 240
    lines: list[str] = []
    line = ""
    for name in code.co_varnames[:count]:
        if name not in frame.f_locals:
            continue
        part = f"{name} = {saferepr(frame.f_locals[name], longest)}"
        if line and len(part) + len(line) + 2 > WIDTH:
            lines.append(line)
            line = part
        else:
            line = f"{line}, {part}" if line else part
    return [*lines, line, ""] if line else []


def _locals(entry: TracebackType, style: Style) -> list[str]:
    names = entry.tb_frame.f_locals
    longest = None if style.whole_values else 240
    shown = sorted(name for name in names if not name.startswith("@"))
    return ["__builtins__ = <builtins>" if name == "__builtins__" else f"{name:<10} = {saferepr(names[name], longest)}" for name in shown]


def _source(entry: TracebackType) -> tuple[list[str], int, int]:
    """The lines of a function up to the end of the statement at which it stands, the first one's number, and the statement's."""
    code = entry.tb_frame.f_code
    line = entry.tb_lineno
    lines = [text.rstrip("\n") for text in linecache.getlines(code.co_filename, entry.tb_frame.f_globals)]
    if not lines or line > len(lines):
        return [], line, line
    first = max(code.co_firstlineno, 1)
    start, end = _statement(lines, line)
    return lines[first - 1 : end], first, max(start, first)


def _statement(lines: list[str], line: int) -> tuple[int, int]:
    """From which line to which the innermost statement goes that is at a line; of one that has others in it, its head."""
    try:
        tree = ast.parse("\n".join(lines))
    except SyntaxError:
        return line, line
    around = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0)]
    if not around:
        return line, line
    innermost = max(around, key=lambda node: node.lineno)
    end = innermost.end_lineno or line
    body = getattr(innermost, "body", None)
    if isinstance(body, list) and body:
        end = max(body[0].lineno - 1, line) if line < body[0].lineno else line
    while end > line and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return (innermost.lineno if innermost.lineno <= line else line), end


def _arrows(entry: TracebackType, line: str, cut: int) -> list[str]:
    """A line of carets below the part that failed, unless that is all of the line."""
    positions = list(entry.tb_frame.f_code.co_positions())
    at = entry.tb_lasti // 2
    first, last, start, end = positions[at] if 0 <= at < len(positions) else (None, None, None, None)
    if first != last or start is None or end is None:
        return []
    encoded = line.encode()
    begin, stop = len(encoded[:start].decode(errors="replace")), len(encoded[:end].decode(errors="replace"))
    if stop - begin >= len(line.strip()):
        return []
    return ["    " + " " * (begin - cut) + "^" * (stop - begin)]


def _exception_lines(error: BaseException, indent: int) -> list[str]:
    prefix = "E" + " " * (indent - 1)
    return [prefix + line for line in ExceptionInfo(error).exconly(tryshort=True).split("\n")]
