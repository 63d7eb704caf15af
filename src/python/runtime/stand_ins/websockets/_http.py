"""The handshake: RFC 6455, section 4."""

import base64
import hashlib
import http
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import formatdate
from urllib.parse import SplitResult, urlsplit

from .exceptions import InvalidHandshake, InvalidMessage, InvalidStatus, InvalidUpgrade, InvalidURI

VERSION = "16.0"
USER_AGENT = f"Python/3.14 websockets/{VERSION}"
_MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Headers(Mapping[str, str]):
    """HTTP's headers, whose names have no case."""

    def __init__(self, items: list[tuple[str, str]] | Mapping[str, str] | None = None) -> None:
        self._items = list(items.items() if isinstance(items, Mapping) else items or [])

    def __getitem__(self, name: str) -> str:
        for key, value in self._items:
            if key.lower() == name.lower():
                return value
        raise KeyError(name)

    def __setitem__(self, name: str, value: str) -> None:
        self._items.append((name, value))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name.lower() for name, _ in self._items))

    def __len__(self) -> int:
        return len(set(self))

    def get_all(self, name: str) -> list[str]:
        """All values of a header."""
        return [value for key, value in self._items if key.lower() == name.lower()]

    def raw_items(self) -> Iterator[tuple[str, str]]:
        """Names and values as they came."""
        return iter(self._items)

    def __repr__(self) -> str:
        return f"Headers({self._items!r})"


@dataclass
class Request:
    """What a client asks for."""

    path: str
    headers: Headers


@dataclass
class Response:
    """What a server answers."""

    status_code: int
    reason_phrase: str
    headers: Headers
    body: bytes = b""


def parse_uri(uri: str) -> SplitResult:
    """Raises InvalidURI."""
    parts = urlsplit(uri)
    if parts.scheme not in ("ws", "wss"):
        raise InvalidURI(uri, "scheme isn't ws or wss")
    if not parts.hostname:
        raise InvalidURI(uri, "hostname isn't provided")
    if parts.fragment:
        raise InvalidURI(uri, "fragment identifier is meaningless")
    return parts


def request_for(uri: SplitResult, subprotocols: list[str] | None, more: Mapping[str, str] | None, user_agent: str | None) -> Request:
    """What a client sends first."""
    headers = Headers([("Host", uri.netloc.rpartition("@")[2])])
    for name, value in (("Upgrade", "websocket"), ("Connection", "Upgrade")):
        headers[name] = value
    headers["Sec-WebSocket-Key"] = base64.b64encode(os.urandom(16)).decode()
    headers["Sec-WebSocket-Version"] = "13"
    if subprotocols:
        headers["Sec-WebSocket-Protocol"] = ", ".join(subprotocols)
    for name, value in Headers(more).raw_items():
        headers[name] = value
    if user_agent is not None:
        headers["User-Agent"] = user_agent
    return Request(f"{uri.path or '/'}{f'?{uri.query}' if uri.query else ''}", headers)


def accept_key(key: str) -> str:
    """What a server makes of a client's key."""
    return base64.b64encode(hashlib.sha1((key + _MAGIC).encode()).digest()).decode()


def response_for(request: Request, subprotocol: str | None, server: str | None) -> Response:
    """What a server answers. Raises InvalidHandshake."""
    if "websocket" not in request.headers.get("Upgrade", "").lower():
        raise InvalidUpgrade("missing Upgrade header" if "Upgrade" not in request.headers else "invalid Upgrade header")
    if "Sec-WebSocket-Key" not in request.headers:
        raise InvalidHandshake("missing Sec-WebSocket-Key header")
    headers = Headers([("Date", formatdate(usegmt=True)), ("Upgrade", "websocket"), ("Connection", "Upgrade")])
    headers["Sec-WebSocket-Accept"] = accept_key(request.headers["Sec-WebSocket-Key"])
    if subprotocol is not None:
        headers["Sec-WebSocket-Protocol"] = subprotocol
    if server is not None:
        headers["Server"] = server
    return Response(101, "Switching Protocols", headers)


def refusal(status: int, text: str) -> Response:
    """An answer that opens no connection."""
    body = text.encode()
    headers = Headers([("Date", formatdate(usegmt=True)), ("Connection", "close"), ("Content-Length", str(len(body)))])
    headers["Content-Type"] = "text/plain; charset=utf-8"
    return Response(int(status), http.HTTPStatus(status).phrase, headers, body)


def check_response(request: Request, response: Response) -> None:
    """Raises InvalidHandshake for a server that has not agreed."""
    if response.status_code != 101:
        raise InvalidStatus(response)
    if response.headers.get("Sec-WebSocket-Accept") != accept_key(request.headers["Sec-WebSocket-Key"]):
        raise InvalidHandshake("invalid Sec-WebSocket-Accept header")


def serialized(message: Request | Response) -> bytes:
    """A message as it is sent."""
    if isinstance(message, Request):
        start, body = f"GET {message.path} HTTP/1.1", b""
    else:
        start, body = f"HTTP/1.1 {message.status_code} {message.reason_phrase}", message.body
    lines = [start, *(f"{name}: {value}" for name, value in message.headers.raw_items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def parsed(head: bytes) -> tuple[str, Headers]:
    """The start line and the headers of a message. Raises InvalidMessage."""
    try:
        start, *lines = head.decode("latin-1").split("\r\n")
        pairs = [line.split(":", 1) for line in lines]
        return start, Headers([(name, value.strip()) for name, value in pairs])
    except ValueError:
        raise InvalidMessage("did not receive a valid HTTP message") from None


def parsed_request(head: bytes) -> Request:
    """Raises InvalidMessage."""
    start, headers = parsed(head)
    method, path, *_ = [*start.split(" "), "", ""]
    if method != "GET" or not path:
        raise InvalidMessage("did not receive a valid HTTP request")
    return Request(path, headers)


def parsed_response(head: bytes) -> Response:
    """Raises InvalidMessage."""
    head, _, body = head.partition(b"\r\n\r\n")
    start, headers = parsed(head)
    version, status, *reason = [*start.split(" ", 2), "", ""]
    if not version.startswith("HTTP/") or not status.isdigit():
        raise InvalidMessage("did not receive a valid HTTP response")
    return Response(int(status), reason[0], headers, body)


def agrees(head: bytes) -> bool:
    """Whether a server's answer opens a connection, so that frames follow it and not a page."""
    return head.split(b" ", 2)[1:2] == [b"101"]


def length_of(head: bytes) -> int:
    """How many bytes follow a head; 0 if it does not say."""
    found = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
    return 0 if found is None else int(found[1])
