"""httpx, in small: its asynchronous client, on Loopscope's network."""

from ._client import AsyncClient
from ._config import BasicAuth, Limits, Timeout
from ._errors import (
    ConnectError,
    ConnectTimeout,
    HTTPError,
    HTTPStatusError,
    InvalidURL,
    NetworkError,
    PoolTimeout,
    ProtocolError,
    ReadError,
    ReadTimeout,
    RemoteProtocolError,
    RequestError,
    StreamClosed,
    StreamError,
    TimeoutException,
    TooManyRedirects,
    TransportError,
    UnsupportedProtocol,
)
from ._models import URL, Headers, Request, Response

__all__ = [
    "URL",
    "AsyncClient",
    "BasicAuth",
    "ConnectError",
    "ConnectTimeout",
    "HTTPError",
    "HTTPStatusError",
    "Headers",
    "InvalidURL",
    "Limits",
    "NetworkError",
    "PoolTimeout",
    "ProtocolError",
    "ReadError",
    "ReadTimeout",
    "RemoteProtocolError",
    "Request",
    "RequestError",
    "Response",
    "StreamClosed",
    "StreamError",
    "Timeout",
    "TimeoutException",
    "TooManyRedirects",
    "TransportError",
    "UnsupportedProtocol",
]
__version__ = "0.28.1"


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for httpx has no {name!r}")
