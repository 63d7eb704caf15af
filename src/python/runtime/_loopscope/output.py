"""The program's standard streams: text as events, a piece at a time as people see it appear."""

import io
import sys
from typing import override

from . import log
from . import vocabulary as v

pending: list[str] = []
"""What was written and is not recorded yet."""
_pending_stream = 0


def _write(stream: int, text: str) -> None:
    """Collects what one `print` writes in several pieces; a line end, another stream or another event completes it."""
    global _pending_stream
    if stream != _pending_stream:
        flush()
        _pending_stream = stream
    pending.append(text)
    if text.endswith("\n"):
        flush()


def flush() -> None:
    """Records what was written and not recorded yet."""
    if pending:
        text = "".join(pending)
        pending.clear()
        log.emit((v.OUTPUT, _pending_stream, log.text(text), 0, 0))
        log.drain()


def was_written(stream: int, text: str) -> None:
    """Something was written to a file descriptor, behind the back of `sys.stdout` and `sys.stderr`."""
    flush()
    log.emit((v.OUTPUT, stream, log.text(text), 0, 0))
    log.drain()


def was_read(line: str) -> None:
    """A line of standard input was read."""
    log.emit((v.INPUT, log.text(line), 0, 0, 0))
    log.drain()


class _Stream(io.RawIOBase):
    """The far end of stdout or stderr."""

    mode = "wb"

    def __init__(self, name: str, number: int) -> None:
        self.name = f"<{name}>"
        self._number = number
        self._undecoded = b""

    @override
    def writable(self) -> bool:
        return True

    @override
    def fileno(self) -> int:
        return self._number

    @override
    def write(self, data: bytes) -> int:
        text = self._undecoded + bytes(data)
        try:
            _write(self._number, text.decode())
            self._undecoded = b""
        except UnicodeDecodeError as error:
            if len(text) - error.start < 4:
                self._undecoded = text
            else:
                _write(self._number, text.decode(errors="replace"))
                self._undecoded = b""
        return len(data)


def install() -> None:
    """Gives the program its stdout and stderr, as Python makes them for a pipe, but unbuffered."""
    for name, number, errors in (("stdout", 1, "strict"), ("stderr", 2, "backslashreplace")):
        stream = io.TextIOWrapper(_Stream(name, number), encoding="utf-8", errors=errors, write_through=True)
        stream.mode = "w"
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
