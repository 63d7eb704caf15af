"""What a client is told."""

import base64
from dataclasses import dataclass

_UNSET = object()


class Timeout:
    """Seconds for each part of a request; None for no limit."""

    def __init__(
        self, timeout: object = _UNSET, *, connect: object = _UNSET, read: object = _UNSET, write: object = _UNSET, pool: object = _UNSET
    ) -> None:
        if isinstance(timeout, Timeout):
            self.connect, self.read, self.write, self.pool = timeout.connect, timeout.read, timeout.write, timeout.pool
            return
        parts = (connect, read, write, pool)
        if timeout is _UNSET and _UNSET in parts:
            raise ValueError("httpx.Timeout must either include a default, or set all four parameters explicitly.")
        self.connect, self.read, self.write, self.pool = (timeout if part is _UNSET else part for part in parts)

    def __repr__(self) -> str:
        if len({self.connect, self.read, self.write, self.pool}) == 1:
            return f"Timeout(timeout={self.connect})"
        return f"Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})"


@dataclass(frozen=True)
class Limits:
    """How many connections there may be."""

    max_connections: int | None = None
    max_keepalive_connections: int | None = None
    keepalive_expiry: float | None = 5.0


class BasicAuth:
    """A name and a password."""

    def __init__(self, username: str, password: str) -> None:
        self.header = f"Basic {base64.b64encode(f'{username}:{password}'.encode()).decode()}"
