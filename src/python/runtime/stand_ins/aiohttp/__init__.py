"""aiohttp, in small: the client, and in `aiohttp.web` a server, on Loopscope's network."""

from . import web
from ._client import ClientSession, request
from ._connector import BaseConnector, TCPConnector
from ._data import BasicAuth, ClientTimeout, FormData, RequestInfo
from ._errors import (
    ClientConnectionError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientOSError,
    ClientPayloadError,
    ClientResponseError,
    ConnectionTimeoutError,
    ContentTypeError,
    InvalidURL,
    ServerConnectionError,
    ServerDisconnectedError,
    ServerTimeoutError,
    SocketTimeoutError,
    TooManyRedirects,
)
from ._response import ClientResponse

__all__ = [
    "BaseConnector",
    "BasicAuth",
    "ClientConnectionError",
    "ClientConnectorDNSError",
    "ClientConnectorError",
    "ClientError",
    "ClientOSError",
    "ClientPayloadError",
    "ClientResponse",
    "ClientResponseError",
    "ClientSession",
    "ClientTimeout",
    "ConnectionTimeoutError",
    "ContentTypeError",
    "FormData",
    "InvalidURL",
    "RequestInfo",
    "ServerConnectionError",
    "ServerDisconnectedError",
    "ServerTimeoutError",
    "SocketTimeoutError",
    "TCPConnector",
    "TooManyRedirects",
    "request",
    "web",
]
__version__ = "3.13.2"


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for aiohttp has no {name!r}")
