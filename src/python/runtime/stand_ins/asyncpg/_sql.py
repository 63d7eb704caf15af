"""PostgreSQL's SQL as SQLite understands it, and SQLite's errors as PostgreSQL words them."""

import datetime
import decimal
import json
import re
import sqlite3
import uuid
from collections.abc import Callable

from . import exceptions

# Strings and quoted names are left alone; what is not in quotes is rewritten.
_PARTS = re.compile(r"('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*)")
_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
        (r"\b(?:BIG|SMALL)?SERIAL\s+PRIMARY\s+KEY\b", "INTEGER PRIMARY KEY AUTOINCREMENT"),
        (
            r"\b(?:INT|INTEGER|BIGINT)\s+GENERATED\s+(?:ALWAYS|BY\s+DEFAULT)\s+AS\s+IDENTITY\s+PRIMARY\s+KEY\b",
            "INTEGER PRIMARY KEY AUTOINCREMENT",
        ),
        (r"=\s*ANY\s*\(\s*(\$\d+)\s*(?:::\s*\w+\s*\[\s*\])?\s*\)", r" IN (SELECT value FROM json_each(\1))"),
        (r"::\s*(?:timestamp\s+with(?:out)?\s+time\s+zone|double\s+precision|\w+)(?:\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\))?(?:\s*\[\s*\])*", ""),
        (r"\bILIKE\b", "LIKE"),
        (r"\bFOR\s+(?:NO\s+KEY\s+)?(?:UPDATE|SHARE)\b(?:\s+(?:NOWAIT|SKIP\s+LOCKED))?", ""),
        (r"\bTRUNCATE\s+(?:TABLE\s+)?(\w+)[^;]*", r"DELETE FROM \1"),
        (r"\bCURRENT_TIMESTAMP\b(?!\s*\()", "now()"),
        (r"\bDEFAULT\s+(now|gen_random_uuid)\s*\(\s*\)", r"DEFAULT (\1())"),
        # A name of its own for each scale: a converter learns nothing else of a column.
        (r"\b(?:NUMERIC|DECIMAL)\s*\(\s*\d+\s*,\s*(\d+)\s*\)", r"NUMERIC_\1"),
        (r"\$(\d+)", r"?\1"),
    )
)
_LOCKING = re.compile(r"\bFOR\s+(?:NO\s+KEY\s+)?(?:UPDATE|SHARE)\b", re.IGNORECASE)
_WRITES = re.compile(
    r"^\s*(?:INSERT|UPDATE|DELETE|TRUNCATE|CREATE|DROP|ALTER|REPLACE)\b|\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b",
    re.IGNORECASE,
)


def translate(query: str) -> str:
    """A statement in SQLite's words."""
    parts = _PARTS.split(query)
    for index in range(0, len(parts), 2):
        for pattern, replacement in _REWRITES:
            parts[index] = pattern.sub(replacement, parts[index])
    return "".join(parts)


def parameters(query: str) -> int:
    """How many arguments a statement takes."""
    bare = "".join(_PARTS.split(query)[::2])
    return max((int(number) for number in re.findall(r"\$(\d+)", bare)), default=0)


def writes(query: str) -> bool:
    """Whether a statement changes something, or locks rows as if it did."""
    bare = "".join(_PARTS.split(query)[::2])
    return bool(_WRITES.search(bare) or _LOCKING.search(bare))


def to_sqlite(value: object) -> object:
    """An argument as SQLite stores it. Raises DataError for what no column takes."""
    match value:
        case None | bool() | int() | float() | str() | bytes():
            return value
        case decimal.Decimal() | uuid.UUID():
            return str(value)
        case datetime.date() | datetime.time():
            return value.isoformat(" ") if isinstance(value, datetime.datetime) else value.isoformat()
        case datetime.timedelta():
            return value.total_seconds()
        case list() | tuple() | dict():
            return json.dumps(value)
    kind = type(value).__name__
    raise exceptions.DataError(f"invalid input for query argument: {value!r} (Loopscope's stand-in for asyncpg takes no {kind})")


CONVERTERS: dict[str, Callable[[bytes], object]] = {
    "BOOL": lambda value: value not in (b"0", b"f", b"false"),
    "BOOLEAN": lambda value: value not in (b"0", b"f", b"false"),
    **{f"NUMERIC_{scale}": lambda value, scale=scale: round(decimal.Decimal(value.decode()), scale) for scale in range(11)},
    "NUMERIC": lambda value: decimal.Decimal(value.decode()),
    "DECIMAL": lambda value: decimal.Decimal(value.decode()),
    "DATE": lambda value: datetime.date.fromisoformat(value.decode()),
    "TIMESTAMP": lambda value: datetime.datetime.fromisoformat(value.decode()),
    "TIMESTAMPTZ": lambda value: datetime.datetime.fromisoformat(value.decode()),
    "UUID": lambda value: uuid.UUID(value.decode()),
}
"""What a column of a type gives, from SQLite's text."""


def status_of(query: str, count: int) -> str:
    """What PostgreSQL answers to a statement: "INSERT 0 1", "UPDATE 3", "CREATE TABLE"."""
    words = re.findall(r"\w+", query.upper())
    verb = words[0] if words else ""
    if verb == "INSERT":
        return f"INSERT 0 {count}"
    if verb in ("UPDATE", "DELETE", "SELECT"):
        return f"{verb} {count}"
    if verb == "WITH":
        return f"SELECT {count}"
    return " ".join(word for word in words[:2] if verb in ("CREATE", "DROP", "ALTER")) or verb


def postgres_error(error: sqlite3.Error, query: str) -> Exception:
    """SQLite's complaint as PostgreSQL words it."""
    text = str(error)
    for pattern, make in _COMPLAINTS:
        if found := re.match(pattern, text):
            return make(*found.groups())
    return exceptions.PostgresError(f"{text} (Loopscope's stand-in for asyncpg runs SQL on SQLite: {query.strip()[:60]!r})")


def _unique(table: str, columns: str) -> Exception:
    names = [column.rpartition(".")[2] for column in columns.split(", ")]
    constraint = f"{table}_pkey" if names == ["id"] else f"{table}_{'_'.join(names)}_key"
    return exceptions.UniqueViolationError(
        f'duplicate key value violates unique constraint "{constraint}"', f"Key ({', '.join(names)}) already exists."
    )


_COMPLAINTS: tuple[tuple[str, Callable[..., Exception]], ...] = (
    (r"UNIQUE constraint failed: ((?:\w+)(?=\.))(.*)", lambda table, rest: _unique(table, table + rest)),
    (
        r"NOT NULL constraint failed: (\w+)\.(\w+)",
        lambda table, column: exceptions.NotNullViolationError(
            f'null value in column "{column}" of relation "{table}" violates not-null constraint'
        ),
    ),
    (
        r"CHECK constraint failed: (.*)",
        lambda check: exceptions.CheckViolationError(f"new row violates check constraint ({check})"),
    ),
    (
        r"FOREIGN KEY constraint failed",
        lambda: exceptions.ForeignKeyViolationError("insert, update or delete violates a foreign key constraint"),
    ),
    (r"no such table: (?:main\.)?(\S+)", lambda name: exceptions.UndefinedTableError(f'relation "{name}" does not exist')),
    (r"no such column: (\S+)", lambda name: exceptions.UndefinedColumnError(f'column "{name}" does not exist')),
    (
        r"table (\w+) has no column named (\w+)",
        lambda table, name: exceptions.UndefinedColumnError(f'column "{name}" of relation "{table}" does not exist'),
    ),
    (r"no such function: (\S+)", lambda name: exceptions.UndefinedFunctionError(f"function {name}() does not exist")),
    (r"table (\S+) already exists", lambda name: exceptions.DuplicateTableError(f'relation "{name}" already exists')),
    (r'near "(.+)": syntax error', lambda token: exceptions.PostgresSyntaxError(f'syntax error at or near "{token}"')),
    (r"incomplete input", lambda: exceptions.PostgresSyntaxError("syntax error at end of input")),
)
