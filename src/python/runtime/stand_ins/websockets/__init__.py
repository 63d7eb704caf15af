"""websockets, in small: servers and clients on Loopscope's network, with the protocol's own frames, uncompressed."""

from . import asyncio, exceptions, frames, protocol
from ._http import VERSION, Headers, Request, Response
from .asyncio.client import ClientConnection, connect
from .asyncio.connection import broadcast
from .asyncio.server import Server, ServerConnection, serve
from .exceptions import (
    ConcurrencyError,
    ConnectionClosed,
    ConnectionClosedError,
    ConnectionClosedOK,
    InvalidHandshake,
    InvalidMessage,
    InvalidState,
    InvalidStatus,
    InvalidUpgrade,
    InvalidURI,
    NegotiationError,
    PayloadTooBig,
    ProtocolError,
    WebSocketException,
)
from .frames import Close, CloseCode, Frame, Opcode
from .protocol import State

__all__ = [
    "ClientConnection",
    "Close",
    "CloseCode",
    "ConcurrencyError",
    "ConnectionClosed",
    "ConnectionClosedError",
    "ConnectionClosedOK",
    "Frame",
    "Headers",
    "InvalidHandshake",
    "InvalidMessage",
    "InvalidState",
    "InvalidStatus",
    "InvalidURI",
    "InvalidUpgrade",
    "NegotiationError",
    "Opcode",
    "PayloadTooBig",
    "ProtocolError",
    "Request",
    "Response",
    "Server",
    "ServerConnection",
    "State",
    "WebSocketException",
    "asyncio",
    "broadcast",
    "connect",
    "exceptions",
    "frames",
    "protocol",
    "serve",
]
__version__ = VERSION


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for websockets has no {name!r}")
