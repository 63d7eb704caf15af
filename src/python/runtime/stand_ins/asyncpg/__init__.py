"""asyncpg, in small: PostgreSQL's client on SQLite's engine, with a few sample tables to begin with."""

from . import exceptions
from ._connection import Connection, connect
from ._pool import Pool, create_pool
from ._record import Record
from .exceptions import (
    CheckViolationError,
    ConnectionDoesNotExistError,
    DataError,
    DivisionByZeroError,
    DuplicateTableError,
    ForeignKeyViolationError,
    InFailedSQLTransactionError,
    IntegrityConstraintViolationError,
    InterfaceError,
    InterfaceWarning,
    InternalClientError,
    NotNullViolationError,
    PostgresConnectionError,
    PostgresError,
    PostgresSyntaxError,
    ReadOnlySQLTransactionError,
    SyntaxOrAccessError,
    UndefinedColumnError,
    UndefinedFunctionError,
    UndefinedTableError,
    UniqueViolationError,
)

__all__ = [
    "CheckViolationError",
    "Connection",
    "ConnectionDoesNotExistError",
    "DataError",
    "DivisionByZeroError",
    "DuplicateTableError",
    "ForeignKeyViolationError",
    "InFailedSQLTransactionError",
    "IntegrityConstraintViolationError",
    "InterfaceError",
    "InterfaceWarning",
    "InternalClientError",
    "NotNullViolationError",
    "Pool",
    "PostgresConnectionError",
    "PostgresError",
    "PostgresSyntaxError",
    "ReadOnlySQLTransactionError",
    "Record",
    "SyntaxOrAccessError",
    "UndefinedColumnError",
    "UndefinedFunctionError",
    "UndefinedTableError",
    "UniqueViolationError",
    "connect",
    "create_pool",
    "exceptions",
]
__version__ = "0.31.0"


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for asyncpg has no {name!r}")
