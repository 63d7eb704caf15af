"""Who may have how many connections."""

from _http1 import Connections
from _loopscope.pools import ConnectionPool


class BaseConnector:
    """Connections that requests share."""

    def __init__(self, *, limit: int = 100, limit_per_host: int = 0, _pool: type[ConnectionPool] = ConnectionPool, **_: object) -> None:
        self.limit = limit
        self.limit_per_host = limit_per_host
        self.connections = Connections(limit, limit_per_host, _pool)

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self.connections.closed

    async def close(self) -> None:
        """Closes all connections."""
        self.connections.close()


class TCPConnector(BaseConnector):
    """As aiohttp's; what concerns TLS and names is taken and has no effect."""
