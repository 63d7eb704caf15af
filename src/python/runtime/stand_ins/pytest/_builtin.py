"""The fixtures that pytest brings along."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ._capture import CaptureFixture
from ._fixtures import fixture
from ._logs import LogCaptureFixture
from ._monkeypatch import MonkeyPatch
from ._warned import WarningsRecorder


class TempPathFactory:
    """Makes folders that the test may write to."""

    def __init__(self) -> None:
        self._base: Path | None = None

    def getbasetemp(self) -> Path:
        """The folder in which they lie."""
        if self._base is None:
            self._base = Path(tempfile.gettempdir(), "pytest-of-user", "pytest-0")
            shutil.rmtree(self._base, ignore_errors=True)
            self._base.mkdir(parents=True)
        return self._base

    def mktemp(self, basename: str, numbered: bool = True) -> Path:
        """A new folder, with a number behind its name."""
        number = 0
        while True:
            folder = self.getbasetemp() / (f"{basename}{number}" if numbered else basename)
            if not folder.exists() or not numbered:
                folder.mkdir()
                return folder
            number += 1


@fixture(scope="session")
def tmp_path_factory() -> TempPathFactory:
    """Makes folders that tests may write to."""
    return TempPathFactory()


@fixture
def tmp_path(request: Any, tmp_path_factory: TempPathFactory) -> Path:
    """A folder of the test's own."""
    return tmp_path_factory.mktemp(re.sub(r"[\W]", "_", request.node.name)[:30])


@fixture
def monkeypatch() -> Iterator[MonkeyPatch]:
    """Changes that end with the test."""
    patch = MonkeyPatch()
    yield patch
    patch.undo()


@fixture
def capsys(request: Any) -> Iterator[CaptureFixture]:
    """What the test writes."""
    capture = CaptureFixture(request.session.capture)
    yield capture
    capture.close()


@fixture
def capfd(request: Any) -> Iterator[CaptureFixture]:
    """The same: nothing here writes to descriptors behind Python's back."""
    capture = CaptureFixture(request.session.capture)
    yield capture
    capture.close()


@fixture
def capsysbinary(request: Any) -> Iterator[CaptureFixture]:
    """What the test writes, in bytes."""
    capture = CaptureFixture(request.session.capture, in_bytes=True)
    yield capture
    capture.close()


@fixture
def caplog(request: Any) -> Iterator[LogCaptureFixture]:
    """What is logged meanwhile."""
    capture = LogCaptureFixture(request.node, request.session.log_handler)
    yield capture
    capture.finish()


@fixture
def recwarn() -> Iterator[WarningsRecorder]:
    """The warnings that the test gives."""
    with WarningsRecorder() as recorder:
        yield recorder


@fixture(scope="session")
def pytestconfig(request: Any) -> Any:
    """pytest's configuration."""
    return request.config


@fixture
def record_property(request: Any) -> Any:
    """Notes something about the test."""

    def append(name: str, value: object) -> None:
        request.node.user_properties.append((name, value))

    return append


@fixture
def unused_tcp_port(unused_tcp_port_factory: Any) -> int:
    """pytest-asyncio's: a port that nobody listens at."""
    return unused_tcp_port_factory()


@fixture(scope="session")
def unused_tcp_port_factory() -> Any:
    """pytest-asyncio's: gives such ports, each but once."""
    taken = iter(range(20_000, 30_000))
    return lambda: next(taken)
