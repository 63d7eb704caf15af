"""`caplog`: what was logged while a test ran."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

FORMAT = "%(levelname)-8s %(name)s:%(filename)s:%(lineno)d %(message)s"


class LogHandler(logging.Handler):
    """Keeps records, and the text that is shown when a test fails."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter(FORMAT))
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """As of every handler."""
        self.records.append(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """A record that cannot be formatted fails the test."""
        error = sys.exception()
        if error is not None:
            raise error

    @property
    def text(self) -> str:
        """All records, a line each."""
        return "".join(f"{self.format(record)}\n" for record in self.records)


class LogCaptureFixture:
    """What a test may ask of the log."""

    __module__ = "_pytest.logging"

    def __init__(self, item: Any, handler: LogHandler) -> None:
        self._item = item
        self.handler = handler
        self._levels: dict[str | None, int] = {}

    @property
    def records(self) -> list[logging.LogRecord]:
        """The records of this phase."""
        return self.handler.records

    @property
    def text(self) -> str:
        """Them as text."""
        return self.handler.text

    @property
    def messages(self) -> list[str]:
        """Their messages."""
        return [record.getMessage() for record in self.handler.records]

    @property
    def record_tuples(self) -> list[tuple[str, int, str]]:
        """Their loggers, levels and messages."""
        return [(record.name, record.levelno, record.getMessage()) for record in self.handler.records]

    def clear(self) -> None:
        """Forgets them."""
        self.handler.records.clear()

    def set_level(self, level: int | str, logger: str | None = None) -> None:
        """Lets a logger log from a level on, until the test is over."""
        found = logging.getLogger(logger)
        self._levels.setdefault(logger, found.level)
        found.setLevel(level)
        self.handler.setLevel(level)

    @contextmanager
    def at_level(self, level: int | str, logger: str | None = None) -> Iterator[None]:
        """The same within a block."""
        found = logging.getLogger(logger)
        before, own = found.level, self.handler.level
        found.setLevel(level)
        self.handler.setLevel(level)
        try:
            yield
        finally:
            found.setLevel(before)
            self.handler.setLevel(own)

    def finish(self) -> None:
        """Gives the loggers back their levels."""
        for name, level in self._levels.items():
            logging.getLogger(name).setLevel(level)
        self.handler.setLevel(logging.NOTSET)
