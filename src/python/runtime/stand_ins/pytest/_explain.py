"""What a failed assertion saw: the functions that rewritten assertions call, and the form of their texts.

A text's first line is the assertion; where a value came from follows in a line of its own, deeper by what it explains. Until all is
known the lines are marked: "\\n{" begins what explains a value, "\\n}" ends it, "\\n~" is a further line, "\\n>" one that is not indented.
"""

from typing import Final

from ._compare import comparison
from ._saferepr import LONGEST, saferepr, value_text

_MOST_LINES: Final = 8
_MOST_CHARACTERS: Final = 640
_NOTICE = 70
"""How long the sentence is, at most, that says that something was left out."""

verbosity = 0
"""How often `-v` was given."""


def show(value: object) -> str:
    """A value that was seen."""
    return value_text(value, None if verbosity > 1 else LONGEST)


def is_data(value: object) -> bool:
    """Whether a global name is told by its value: functions and classes are not."""
    try:
        return not callable(value)
    except Exception:
        return False


def join(*texts: str) -> str:
    """Texts, one behind the other."""
    return "".join(texts)


def arguments(*texts: str) -> str:
    """The arguments of a call."""
    return f"({', '.join(texts)})"


def where(value: object, owner: str, access: str) -> str:
    """A value, and the attribute or call that it came from."""
    shown = show(value)
    return f"{shown}\n{{{shown} = {owner}{access}\n}}"


def boolean(operator: str, *texts: str | None) -> str:
    """The operands of `and` or `or` that were evaluated."""
    return f"({operator.join(text for text in texts if text is not None)})"


def compared(symbols: tuple[str, ...], results: tuple[object, ...], texts: tuple[str, ...], values: tuple[object, ...]) -> str:
    """The first comparison of a chain that is not true."""
    at = next((at for at, result in enumerate(results) if not _is_true(result)), len(results) - 1)
    details = comparison(symbols[at], values[at], values[at + 1], verbosity)
    if details:
        lines = details if verbosity > 1 else _truncated(details)
        return "\n~".join(line.replace("\n", "\\n") for line in lines)
    return f"{texts[at]} {symbols[at]} {texts[at + 1]}"


def _is_true(result: object) -> bool:
    try:
        return bool(result)
    except Exception:
        return False


def failure(explanation: str, *message: object) -> str:
    """The message of the AssertionError; `message`: what the assertion itself says."""
    if not message:
        return _formatted(f"assert {explanation}")
    text = message[0] if isinstance(message[0], str) else saferepr(message[0]).replace("\\n", "\n")
    return _formatted(text.replace("\n", "\n~") + f"\n>assert {explanation}")


def _truncated(lines: list[str]) -> list[str]:
    if len(lines) <= _MOST_LINES + 2 and len("".join(lines)) <= _MOST_CHARACTERS + _NOTICE:
        return lines
    kept = lines[:_MOST_LINES]
    cut = len("".join(kept)) > _MOST_CHARACTERS + _NOTICE
    if cut:
        kept = _cut(kept)
    hidden = len(lines) - len(kept) + (cut and bool(kept[-1]))
    kept[-1] += "..."
    return [*kept, "", f"...Full output truncated ({hidden} line{'' if hidden == 1 else 's'} hidden), use '-vv' to show"]


def _cut(lines: list[str]) -> list[str]:
    kept: list[str] = []
    left = _MOST_CHARACTERS
    for line in lines:
        if len(line) > left:
            return [*kept, line[:left]]
        kept.append(line)
        left -= len(line)
    return kept


def _formatted(explanation: str) -> str:
    first, *rest = explanation.split("\n")
    lines = [first]
    for line in rest:
        if line[:1] in ("{", "}", "~", ">") and line:
            lines.append(line)
        else:
            lines[-1] += f"\\n{line}"
    result = [lines[0]]
    explained, counts = [0], [0]
    for line in lines[1:]:
        mark, text = line[0], line[1:]
        if mark == "{":
            word = "and   " if counts[-1] else "where "
            counts[-1] += 1
            explained.append(len(result))
            counts.append(0)
            result.append(f" +{'  ' * (len(explained) - 1)}{word}{text}")
        elif mark == "}":
            explained.pop()
            counts.pop()
            result[explained[-1]] += text
        else:
            explained[-1] += 1
            result.append("  " * (len(explained) - (mark == ">")) + text)
    return "\n".join(result)
