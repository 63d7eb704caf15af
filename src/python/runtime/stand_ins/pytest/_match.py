"""`-k` and `-m`: which tests are meant, as an expression of names with `and`, `or`, `not` and brackets."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from ._nodes import Dir, Function
from ._outcomes import UsageError

_TOKEN = re.compile(r"\s*(?:(?P<sign>[()])|(?P<call>(?P<name>(?::?\w|:|\+|-|\.|\[|\]|\\|/)+)(?:\((?P<args>[^()]*)\))?))")


class _Parser:
    """Reads an expression from left to right, and evaluates it meanwhile."""

    def __init__(self, text: str, known: Callable[[str, dict[str, Any]], bool], option: str) -> None:
        self._text = text
        self._known = known
        self._option = option
        self._tokens: list[tuple[str, str | None]] = []
        at = 0
        while text[at:].strip():
            found = _TOKEN.match(text, at)
            if found is None:
                raise self._error(f'unexpected character "{text[at:].lstrip()[0]}"', at)
            self._tokens.append((found["sign"] or found["name"], found["args"]))
            at = found.end()
        self._at = 0

    def _error(self, message: str, at: int) -> UsageError:
        return UsageError(f"Wrong expression passed to '{self._option}': {self._text}: at column {at + 1}: {message}")

    def _next(self) -> str | None:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else None

    def result(self) -> bool:
        """What the whole expression comes to."""
        if not self._tokens:
            return False
        value = self._any()
        if self._next() is not None:
            raise self._error(f"expected end of input; got {self._next()}", len(self._text))
        return value

    def _any(self) -> bool:
        value = self._all()
        while self._next() == "or":
            self._at += 1
            value = self._all() or value
        return value

    def _all(self) -> bool:
        value = self._one()
        while self._next() == "and":
            self._at += 1
            value = self._one() and value
        return value

    def _one(self) -> bool:
        token = self._next()
        if token is None or token in (")", "and", "or"):
            raise self._error(f"expected not OR left parenthesis OR identifier; got {token or 'end of input'}", len(self._text))
        args = self._tokens[self._at][1]
        self._at += 1
        if token == "not":
            return not self._one()
        if token == "(":
            value = self._any()
            if self._next() != ")":
                raise self._error("expected right parenthesis; got end of input", len(self._text))
            self._at += 1
            return value
        return self._known(token, _keywords(args))


def _keywords(args: str | None) -> dict[str, Any]:
    pairs = (pair.partition("=") for pair in (args or "").split(",") if pair.strip())
    return {name.strip(): eval(value, {"__builtins__": {}}) for name, _, value in pairs}


def matches_keyword(item: Function, expression: str) -> bool:
    """Whether `-k` means a test: parts of its names in any case."""
    names = [node.name for node in item.listchain() if not isinstance(node, Dir) and node is not item.session]
    names += [name for name in item.function.__dict__ if isinstance(name, str)]
    names += [mark.name for mark in item.iter_markers()]
    lowered = [name.lower() for name in names]
    return _Parser(expression, lambda name, _: any(name.lower() in one for one in lowered), "-k").result()


def matches_mark(item: Function, expression: str) -> bool:
    """Whether `-m` means a test: its marks' names."""

    def marked(name: str, wanted: dict[str, Any]) -> bool:
        return any(all(mark.kwargs.get(key, wanted) == value for key, value in wanted.items()) for mark in item.iter_markers(name))

    return _Parser(expression, marked, "-m").result()


def selected(items: Iterable[Function], keyword: str, mark: str) -> tuple[list[Function], list[Function]]:
    """Those that both options mean, and the others."""
    chosen: list[Function] = []
    others: list[Function] = []
    for item in items:
        fits = (not keyword or matches_keyword(item, keyword)) and (not mark or matches_mark(item, mark))
        (chosen if fits else others).append(item)
    return chosen, others
