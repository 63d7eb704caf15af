"""What a run prints."""

import platform
import sys
import warnings
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any, TextIO

from . import _async
from ._config import Config, executable
from ._run import Report
from ._trace import WIDTH, relative, separator

PYTEST_VERSION = "9.0.3"
_PLUGGY_VERSION = "1.6.0"
_PROGRESS = len(" [100%]")
_DOCS = "-- Docs: https://docs.pytest.org/en/stable/how-to/capture-warnings.html"
_WORDS = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "warnings", "error")


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class Terminal:
    """Writes to where stdout went when the run began."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.out: TextIO = sys.stdout
        self.stats: dict[str, list[Any]] = {}
        self.total = 0
        self._line = ""
        self._file: str | None = None
        self._reported: set[str] = set()

    @property
    def verbosity(self) -> int:
        """How much is told."""
        return self.config.verbosity

    def write(self, text: str) -> None:
        """Writes a part of a line."""
        self.out.write(text)
        self._line = text.rpartition("\n")[2] if "\n" in text else self._line + text

    def line(self, text: str = "") -> None:
        """Writes a line, on a new one."""
        self.write(f"{text}\n")

    def fresh_line(self) -> None:
        """Ends the line that was begun."""
        if self._file is not None:
            self.line()
            self._file = None

    def rule(self, sign: str, title: str | None = None) -> None:
        """A line of signs."""
        self.fresh_line()
        self.line(separator(sign, title))

    def header(self) -> None:
        """What is told before anything is collected."""
        if self.verbosity < 0:
            return
        self.rule("=", "test session starts")
        if self.config.option.no_header:
            return
        system = "linux" if sys.platform == "emscripten" else sys.platform
        versions = f"Python {platform.python_version()}, pytest-{PYTEST_VERSION}, pluggy-{_PLUGGY_VERSION}"
        self.line(f"platform {system} -- {versions}" + (f" -- {executable()}" if self.verbosity > 0 else ""))
        if self.verbosity > 0:
            self.line("cachedir: .pytest_cache")
        self.line(f"rootdir: {self.config.rootpath}")
        if self.config.inipath is not None:
            self.line(f"configfile: {self.config.relative(self.config.inipath)}")
        if self.config.from_testpaths:
            self.line(f"testpaths: {', '.join(self.config.getini('testpaths'))}")
        self.line(f"plugins: asyncio-{_async.VERSION}")
        self.line(self.config.async_mode.header)

    def collecting(self) -> None:
        """Collecting begins."""
        if self.verbosity >= 1:
            self.write("collecting ... ")

    def collected(self, found: int, deselected: int) -> None:
        """How many tests there are."""
        if self.verbosity < 0:
            return
        errors, skipped = len(self.stats.get("error", [])), len(self.stats.get("skipped", []))
        text = f"collected {_plural(found, 'item')}"
        text += f" / {_plural(errors, 'error')}" if errors else ""
        text += f" / {deselected} deselected" if deselected else ""
        text += f" / {skipped} skipped" if skipped else ""
        text += f" / {found - deselected} selected" if deselected else ""
        self.line(text)

    def started(self, nodeid: str, location: tuple[str, int, str]) -> None:
        """A test begins."""
        if self.verbosity > 0:
            self._begin(nodeid + " ")
        elif self.verbosity == 0:
            self._in_file(nodeid)

    def _begin(self, prefix: str) -> None:
        if self._file != prefix:
            self.line()
            self._file = prefix
            self.write(prefix)

    def _in_file(self, nodeid: str) -> None:
        file = nodeid.partition("::")[0]
        if file == self._file:
            return
        if self._file is not None and self._shows_progress:
            self._fill()
        self._file = file
        self.line()
        self.write(f"{relative(str(self.config.rootpath / file))} ")

    @property
    def _shows_progress(self) -> bool:
        return self.config.option.capture != "no"

    def report(self, report: Report) -> None:
        """A phase of a test is over."""
        category, letter, word = _status(report)
        self.stats.setdefault(category, []).append(report)
        if not letter:
            return
        self._reported.add(report.nodeid)
        if self.verbosity <= 0:
            self.write(letter)
            last = len(self._reported) == self.total
            if self._shows_progress and not last and len(self._line) + _PROGRESS + 1 >= WIDTH:
                self.line(self._percent())
            return
        self._begin(report.nodeid + " ")
        self.write(word)
        reason = report.wasxfail if report.wasxfail is not None else _bare(report.skipped[2]) if report.skipped else ""
        if reason:
            text = reason if self.verbosity > 1 else _trimmed(" ({})", reason, WIDTH - len(self._line) - _PROGRESS - 1)
            if text is not None:
                self.write(f" ({reason})" if self.verbosity > 1 else text)
        if self._shows_progress:
            self._fill()
        self._file = ""

    def _percent(self) -> str:
        return f" [{len(self._reported) * 100 // self.total:3d}%]" if self.total else " [100%]"

    def _fill(self) -> None:
        self.write(self._percent().rjust(WIDTH - len(self._line) - 1))

    def ran(self) -> None:
        """All tests have run."""
        if self.verbosity <= 0 and self._shows_progress and self._reported:
            self._fill()

    def finish(self, seconds: float, endings: list[str], with_summary: bool) -> None:
        """What is told when all is over; `endings`: why it ended early."""
        self.line()
        if with_summary and not self.config.option.no_summary:
            self._summaries()
        for ending in endings:
            self.rule("!", ending) if "\n" not in ending else self.line(ending)
        if self.verbosity < -1:
            return
        parts = ", ".join(self._counts())
        duration = f"{seconds:.2f}s" if seconds < 60 else f"{seconds:.2f}s ({timedelta(seconds=int(seconds))})"
        if self.verbosity >= 0:
            self.rule("=", f"{parts} in {duration}")
        else:
            self.line(f"{parts} in {duration}")

    def _counts(self) -> list[str]:
        counted = [(len(self.stats[name]), name) for name in _WORDS if self.stats.get(name)]
        if self.config.option.collectonly:
            total, deselected = self.total, len(self.stats.get("deselected", []))
            errors = len(self.stats.get("error", []))
            text = f"{_plural(total, 'test')} collected"
            text = f"{total}/{total + deselected} tests collected ({deselected} deselected)" if deselected else text
            text = text if total else f"no tests collected ({deselected} deselected)" if deselected else "no tests collected"
            return [text, _plural(errors, "error")] if errors else [text]
        if not counted:
            return ["no tests ran"]
        return [_plural(count, name.rstrip("s")) if name in ("error", "warnings") else f"{count} {name}" for count, name in counted]

    def _summaries(self) -> None:
        form = self.config.option.tbstyle
        if form != "no":
            self._told("error", "ERRORS", form)
            self._told("failed", "FAILURES", form)
        self._warnings()
        self._passes()
        self._short_summary()

    def _told(self, category: str, title: str, form: str) -> None:
        reports = self.stats.get(category, [])
        if not reports:
            return
        self.rule("=", title)
        for report in reports:
            head = report.location[2]
            if category == "error":
                head = f"ERROR collecting {head}" if report.when == "collect" else f"ERROR at {report.when} of {head}"
            if form != "line" or category == "error":
                self.rule("_", head)
            self._tell(report)
            if form == "line" and category == "failed" and report.place is not None:
                first = report.place.message.partition("\n")[0]
                self.line(f"{report.place.path}:{report.place.line}: {first}")

    def _tell(self, report: Report) -> None:
        for line in report.lines:
            self.line(line)
        self._sections(report.sections)
        if report.when == "call" and self.config.option.tbstyle != "line":
            for other in self.stats.get("", []):
                if other.when == "teardown" and other.nodeid == report.nodeid:
                    self._sections([section for section in other.sections if section not in report.sections])

    def _sections(self, sections: list[tuple[str, str]]) -> None:
        for name, text in sections:
            self.line(separator("-", name))
            self.line(text.removesuffix("\n"))

    def _passes(self) -> None:
        for letter, category, title in (("P", "passed", "PASSES"), ("X", "xpassed", "XPASSES")):
            reports = self.stats.get(category, [])
            if letter not in _letters(self.config) or not reports:
                continue
            self.rule("=", title)
            for report in reports:
                if report.sections:
                    self.rule("_", report.location[2])
                    self._tell(report)

    def _warnings(self) -> None:
        found = self.stats.get("warnings")
        if not found or self.config.option.disable_warnings:
            return
        self.rule("=", "warnings summary")
        grouped: dict[str, list[str]] = {}
        for place, text in found:
            grouped.setdefault(text, []).append(place)
        for text, places in grouped.items():
            if len(places) < 10:
                self.line("\n".join(places))
            else:
                counts = Counter(place.partition("::")[0] for place in places)
                self.line("\n".join(f"{file}: {_plural(count, 'warning')}" for file, count in counts.items()))
            self.line("\n".join(f"  {line}" for line in text.splitlines()).rstrip())
            self.line()
        self.line(_DOCS)

    def _short_summary(self) -> None:
        lines: list[str] = []
        for letter in _letters(self.config):
            if letter in "fEp":
                word, category = {"f": ("FAILED", "failed"), "E": ("ERROR", "error"), "p": ("PASSED", "passed")}[letter]
                lines += [_summary_line(word, report, self.verbosity > 1) for report in self.stats.get(category, [])]
            elif letter == "s":
                lines += self._skips()
            elif letter in "xX":
                word, category = ("XFAIL", "xfailed") if letter == "x" else ("XPASS", "xpassed")
                for report in self.stats.get(category, []):
                    lines.append(f"{word} {report.nodeid}" + (f" - {report.wasxfail}" if report.wasxfail else ""))
        if lines:
            self.rule("=", "short test summary info")
            for line in lines:
                self.line(line)

    def _skips(self) -> list[str]:
        counts: Counter[tuple[str, int | None, str]] = Counter()
        for report in self.stats.get("skipped", []):
            path, line, reason = report.skipped
            counts[relative(path), None if report.folds else line, reason.removeprefix("Skipped: ")] += 1
        return [f"SKIPPED [{count}] {path}{'' if line is None else f':{line}'}: {reason}" for (path, line, reason), count in counts.items()]

    def warned(self, message: warnings.WarningMessage, nodeid: str) -> None:
        """A warning was given, by a test if there is a name."""
        text = warnings.formatwarning(str(message.message), message.category, message.filename, message.lineno, message.line)
        place = nodeid or f"{relative(str(Path(message.filename).absolute()))}:{message.lineno}"
        self.stats.setdefault("warnings", []).append((place, text))


def _status(report: Report) -> tuple[str, str, str]:
    if report.wasxfail is not None:
        if report.outcome == "skipped":
            return "xfailed", "x", "XFAIL"
        if report.passed:
            return "xpassed", "X", "XPASS"
    if report.when in ("setup", "teardown"):
        if report.failed:
            return "error", "E", "ERROR"
        return ("skipped", "s", "SKIPPED") if report.outcome == "skipped" else ("", "", "")
    letter = {"passed": ".", "skipped": "s", "failed": "F"}[report.outcome]
    return report.outcome, letter, report.outcome.upper()


def _letters(config: Config) -> str:
    """The letters behind `-r`, those for several things spelled out."""
    letters = ""
    for letter in config.option.reportchars:
        if letter == "a":
            letters += "sxXEf"
        elif letter == "A":
            letters += "PpsxXEf"
        elif letter == "N":
            letters = ""
        else:
            letters += {"F": "f", "S": "s"}.get(letter, letter)
    return "".join(dict.fromkeys(letters))


def _bare(reason: str) -> str:
    return "" if reason == "Skipped" else reason.removeprefix("Skipped: ")


def _trimmed(form: str, text: str, room: int) -> str | None:
    """A text's first line in a form, cut to the room that there is; None if there is none."""
    first = text.partition("\n")[0]
    frame = len(form.format(""))
    if frame + len("...") > room:
        return None
    if frame + len(first) > room:
        first = first[: room - len("...") - frame] + "..."
    return form.format(first)


def _summary_line(word: str, report: Report, whole: bool) -> str:
    line = f"{word} {report.nodeid}"
    if report.place is None:
        return line
    told = f" - {report.place.message}" if whole else _trimmed(" - {}", report.place.message, WIDTH - len(line))
    return line if told is None else line + told
