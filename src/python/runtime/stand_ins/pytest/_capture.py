"""What tests write: kept from the output, shown when they fail, given to those that ask."""

import io
import sys
from collections import namedtuple
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CaptureResult = namedtuple("CaptureResult", ["out", "err"])
"""What was written to stdout and stderr."""


class _Text(io.TextIOWrapper):
    """A stream into memory, with bytes below as those of a real one."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="", write_through=True)

    def take(self) -> str:
        """What was written since."""
        below = self.buffer
        text = below.getvalue().decode("utf-8", errors="replace")
        below.seek(0)
        below.truncate()
        return text


class Capture:
    """Streams in the place of `sys.stdout` and `sys.stderr`."""

    def __init__(self, on: bool) -> None:
        self.on = on
        self.inner: CaptureFixture | None = None
        """What captures within, if a test has asked for that."""
        self._streams = _Text(), _Text()
        self._before: tuple[Any, Any] | None = None

    def start(self) -> None:
        """Begins, or goes on, to keep what is written."""
        if self.on and self._before is None:
            self._before = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = self._streams
        if self.inner is not None:
            self.inner.start()

    def stop(self) -> None:
        """Lets the output through again."""
        if self.inner is not None:
            self.inner.stop()
        if self._before is not None:
            sys.stdout, sys.stderr = self._before
            self._before = None

    def take(self) -> CaptureResult:
        """What was written since the last time."""
        return CaptureResult(*(stream.take() for stream in self._streams))


class CaptureFixture:
    """`capsys`: what the test has written so far."""

    __module__ = "_pytest.capture"

    def __init__(self, outer: Capture, in_bytes: bool = False) -> None:
        self._outer = outer
        self._in_bytes = in_bytes
        self._capture = Capture(on=True)
        self._seen = "", ""
        """What was given to the outer capture and not to the test yet."""
        outer.inner = self
        self.start()

    def start(self) -> None:
        """Goes on to capture."""
        self._capture.start()

    def stop(self) -> None:
        """Gives what was written to whoever captured before, too."""
        self._capture.stop()
        out, err = self._capture.take()
        sys.stdout.write(out)
        sys.stderr.write(err)
        self._seen = self._seen[0] + out, self._seen[1] + err

    def readouterr(self) -> CaptureResult:
        """What was written since the last time."""
        out, err = self._capture.take()
        before, self._seen = self._seen, ("", "")
        taken = before[0] + out, before[1] + err
        return CaptureResult(*(text.encode() for text in taken)) if self._in_bytes else CaptureResult(*taken)

    @contextmanager
    def disabled(self) -> Iterator[None]:
        """A block whose output is not captured."""
        self._outer.stop()
        try:
            yield
        finally:
            self._outer.start()

    def close(self) -> None:
        """Ends it."""
        self.stop()
        self._outer.inner = None
