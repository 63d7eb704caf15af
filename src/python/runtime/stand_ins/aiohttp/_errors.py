"""aiohttp's exceptions."""

import asyncio
from collections.abc import Mapping

from ._data import RequestInfo


class ClientError(Exception):
    """Whatever goes wrong in the client."""


class ClientResponseError(ClientError):
    """The server answered, and not as hoped."""

    def __init__(
        self,
        request_info: RequestInfo,
        history: tuple[object, ...],
        *,
        status: int = 0,
        message: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.request_info = request_info
        self.history = history
        self.status = status
        self.message = message
        self.headers = headers
        self.args = (request_info, history)

    def __str__(self) -> str:
        return f"{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}"

    def __repr__(self) -> str:
        args = f"{self.request_info!r}, {self.history!r}"
        if self.status:
            args += f", status={self.status!r}"
        if self.message:
            args += f", message={self.message!r}"
        if self.headers is not None:
            args += f", headers={self.headers!r}"
        return f"{type(self).__name__}({args})"


class ContentTypeError(ClientResponseError):
    """The content is not of the type that was asked for."""


class TooManyRedirects(ClientResponseError):
    """One redirection led to the next."""


class ClientPayloadError(ClientError):
    """The content broke off."""


class InvalidURL(ClientError, ValueError):
    """The URL cannot be used."""

    def __init__(self, url: object, description: str | None = None) -> None:
        self.url = url
        self.description = description
        super().__init__(url, *([description] if description else []))

    def __str__(self) -> str:
        return f"{self.url} - {self.description}" if self.description else str(self.url)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self}>"


class ClientConnectionError(ClientError):
    """The connection failed."""


class ClientOSError(ClientConnectionError, OSError):
    """An OSError underneath."""


class ClientConnectorError(ClientOSError):
    """Nobody could be reached."""

    def __init__(self, host: str, port: int, ssl: bool, os_error: OSError) -> None:
        self.host = host
        self.port = port
        self.ssl = ssl
        self.os_error = os_error
        super().__init__(os_error.errno, os_error.strerror)

    def __str__(self) -> str:
        return f"Cannot connect to host {self.host}:{self.port} ssl:default [{self.strerror}]"


class ClientConnectorDNSError(ClientConnectorError):
    """The host's name is unknown."""


class ServerConnectionError(ClientConnectionError):
    """The server is at fault."""


class ServerDisconnectedError(ServerConnectionError):
    """The server hung up."""

    def __init__(self, message: str | None = None) -> None:
        self.message = "Server disconnected" if message is None else message
        super().__init__(self.message)


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    """The server took too long."""


class ConnectionTimeoutError(ServerTimeoutError):
    """Connecting took too long."""


class SocketTimeoutError(ServerTimeoutError):
    """Reading took too long."""
