"""A program's file, compiled as python compiles the file that it runs: about bytes it complains in other words than `compile` does."""

import codecs
import io
import re
from types import CodeType

_COOKIE = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"[ \t\f]*(?:#.*)?\r?$")
_NO_ENCODING = "but no encoding declared; see https://peps.python.org/pep-0263/ for details"


def compile_file(path: str, flags: int) -> CodeType:
    """The code of a file. Raises SyntaxError."""
    with io.open_code(path) as file:
        data = file.read()
    encoding = _declared(data)
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        if encoding is None:
            _check_utf8(path, number, line)
        if b"\0" in line:
            text = line.partition(b"\0")[0].decode(errors="replace")
            raise SyntaxError("source code cannot contain null bytes", (path, number, 0, text, number, 0))
    return compile(data, path, "exec", flags, dont_inherit=True)


def _declared(data: bytes) -> str | None:
    """The encoding that one of the first two lines names: see PEP 263."""
    for line in data.removeprefix(codecs.BOM_UTF8).split(b"\n", 2)[:2]:
        found = _COOKIE.match(line)
        if found is not None:
            encoding = found[1].decode()
            try:
                codecs.lookup(encoding)
            except LookupError:
                raise SyntaxError(f"encoding problem: {encoding}") from None
            return encoding
        if not _BLANK.match(line):
            return None
    return None


def _check_utf8(path: str, number: int, line: bytes) -> None:
    try:
        line.decode()
    except UnicodeDecodeError as error:
        column = len(line[: error.start].decode()) + 1
        text = line.partition(b"\0")[0].decode(errors="replace").rstrip("\r")
        complaint = f"Non-UTF-8 code starting with '\\x{line[error.start]:02x}' in file {path} on line {number}, {_NO_ENCODING}"
        raise SyntaxError(complaint, (path, number, column, text, number, column)) from None
