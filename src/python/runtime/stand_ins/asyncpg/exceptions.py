"""The errors that asyncpg raises: PostgreSQL's by their SQLSTATE, and the client's own."""


class PostgresError(Exception):
    """An error that the server reports."""

    sqlstate: str | None = None

    def __init__(self, message: str = "", detail: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail
        self.severity = "ERROR"

    def __str__(self) -> str:
        return f"{self.message}\nDETAIL:  {self.detail}" if self.detail else self.message


class InterfaceError(Exception):
    """The client was used badly."""


class InterfaceWarning(InterfaceError, UserWarning):
    """The client was used oddly."""


class DataError(InterfaceError, ValueError):
    """An argument does not fit its parameter."""


class InternalClientError(Exception):
    """The client itself failed."""


class PostgresConnectionError(PostgresError):
    sqlstate = "08000"


class ConnectionDoesNotExistError(PostgresConnectionError):
    sqlstate = "08003"


class DivisionByZeroError(PostgresError):
    sqlstate = "22012"


class IntegrityConstraintViolationError(PostgresError):
    sqlstate = "23000"


class NotNullViolationError(IntegrityConstraintViolationError):
    sqlstate = "23502"


class ForeignKeyViolationError(IntegrityConstraintViolationError):
    sqlstate = "23503"


class UniqueViolationError(IntegrityConstraintViolationError):
    sqlstate = "23505"


class CheckViolationError(IntegrityConstraintViolationError):
    sqlstate = "23514"


class ReadOnlySQLTransactionError(PostgresError):
    sqlstate = "25006"


class InFailedSQLTransactionError(PostgresError):
    sqlstate = "25P02"


class SyntaxOrAccessError(PostgresError):
    sqlstate = "42000"


class PostgresSyntaxError(SyntaxOrAccessError):
    sqlstate = "42601"


class UndefinedColumnError(SyntaxOrAccessError):
    sqlstate = "42703"


class UndefinedFunctionError(SyntaxOrAccessError):
    sqlstate = "42883"


class UndefinedTableError(SyntaxOrAccessError):
    sqlstate = "42P01"


class DuplicateTableError(SyntaxOrAccessError):
    sqlstate = "42P07"
