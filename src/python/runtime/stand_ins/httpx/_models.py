"""Requests and responses."""

import datetime
import json
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, MutableMapping
from http import HTTPStatus
from typing import override
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from _http1 import DisconnectedError, Reply

from ._errors import HTTPStatusError, RemoteProtocolError, StreamClosed

_ERROR = 400
_SERVER_ERROR = 500
_KINDS = {1: "Informational response", 3: "Redirect response", 4: "Client error", 5: "Server error"}


class URL:
    """A URL and its parts."""

    def __init__(self, url: object, params: object = None) -> None:
        text = str(url)
        if params:
            pairs = params.items() if isinstance(params, Mapping) else params
            added = params if isinstance(params, str) else urlencode([(name, _text(value)) for name, value in _flat(pairs)])
            text = f"{text.partition('?')[0]}?{added}"
        self.parts = urlsplit(text)

    def __str__(self) -> str:
        return self.parts.geturl()

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    @property
    def scheme(self) -> str:
        """As "http"."""
        return self.parts.scheme

    @property
    def host(self) -> str:
        """The host's name."""
        return self.parts.hostname or ""

    @property
    def port(self) -> int | None:
        """The port, if it is not the scheme's."""
        return self.parts.port

    @property
    def path(self) -> str:
        """What follows the host."""
        return self.parts.path or "/"

    @property
    def params(self) -> dict[str, str]:
        """What follows the question mark."""
        return dict(parse_qsl(self.parts.query, keep_blank_values=True))

    def join(self, other: object) -> URL:
        """The URL that `other` means on this one's page."""
        return URL(urljoin(str(self), str(other)))


def _flat(pairs: Iterable[tuple[str, object]]) -> Iterator[tuple[str, object]]:
    for name, value in pairs:
        yield from ((name, one) for one in value) if isinstance(value, list | tuple) else ((name, value),)


def _text(value: object) -> str:
    """As httpx writes a parameter."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


class Headers(MutableMapping[str, str]):
    """Headers: names in any case, and each as often as one likes."""

    def __init__(self, headers: object = ()) -> None:
        pairs = headers.items() if isinstance(headers, Mapping) else headers or ()
        self._pairs = [(name.lower(), value) for name, value in pairs]

    @override
    def __getitem__(self, name: str) -> str:
        values = [value for key, value in self._pairs if key == name.lower()]
        if not values:
            raise KeyError(name)
        return ", ".join(values)

    @override
    def __setitem__(self, name: str, value: str) -> None:
        self._pairs = [pair for pair in self._pairs if pair[0] != name.lower()] + [(name.lower(), value)]

    @override
    def __delitem__(self, name: str) -> None:
        self._pairs = [pair for pair in self._pairs if pair[0] != name.lower()]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(dict(self._pairs))

    @override
    def __len__(self) -> int:
        return len(dict(self._pairs))

    @override
    def __repr__(self) -> str:
        return f"Headers({dict(self)!r})"


class Request:
    """What is asked for."""

    def __init__(self, method: str, url: URL, headers: Headers, content: bytes) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.content = content

    def __repr__(self) -> str:
        return f"<Request({self.method!r}, {str(self.url)!r})>"


class Response:
    """What the server has answered."""

    def __init__(
        self, reply: Reply, request: Request, history: list[Response], began: float, now: object, parts: AsyncIterator[bytes]
    ) -> None:
        self._reply = reply
        self._parts = parts
        self._content: bytes | None = None
        self._began = began
        self._now = now
        self.status_code = reply.status
        self.reason_phrase = reply.reason
        self.headers = Headers(reply.headers)
        self.request = request
        self.history = history
        self.http_version = "HTTP/1.1"
        self.elapsed = datetime.timedelta(0)

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for httpx: its Response has no {name!r}")

    def __repr__(self) -> str:
        return f"<Response [{self.status_code} {self.reason_phrase}]>"

    @property
    def url(self) -> URL:
        """Where it came from."""
        return self.request.url

    @property
    def is_success(self) -> bool:
        """2xx."""
        return HTTPStatus.OK <= self.status_code < HTTPStatus.MULTIPLE_CHOICES

    @property
    def is_error(self) -> bool:
        """4xx or 5xx."""
        return self.status_code >= _ERROR

    @property
    def is_client_error(self) -> bool:
        """4xx."""
        return _ERROR <= self.status_code < _SERVER_ERROR

    @property
    def is_server_error(self) -> bool:
        """5xx."""
        return self.status_code >= _SERVER_ERROR

    @property
    def has_redirect_location(self) -> bool:
        """Whether it leads elsewhere."""
        return self.status_code in (301, 302, 303, 307, 308) and "location" in self.headers

    is_redirect = has_redirect_location

    @property
    def encoding(self) -> str:
        """What `text` decodes with."""
        _, found, value = self.headers.get("content-type", "").lower().partition("charset=")
        return value.split(";")[0].strip(" \"'") if found else "utf-8"

    @property
    def content(self) -> bytes:
        """All of the content, once it was read."""
        if self._content is None:
            raise StreamClosed("Attempted to access streaming response content, without having called `read()`.")
        return self._content

    @property
    def text(self) -> str:
        """All of it as text."""
        return self.content.decode(self.encoding, "replace")

    def json(self, **options: object) -> object:
        """All of it, parsed."""
        return json.loads(self.content, **options)

    def raise_for_status(self) -> Response:
        """Raises HTTPStatusError unless the status is 2xx."""
        if self.is_success:
            return self
        code = self.status_code
        where = f"\nRedirect location: '{self.headers['location']}'" if self.has_redirect_location else ""
        raise HTTPStatusError(
            f"{_KINDS[code // 100]} '{code} {self.reason_phrase}' for url '{self.url}'{where}\n"
            f"For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{code}",
            request=self.request,
            response=self,
        )

    async def aread(self) -> bytes:
        """Reads all of the content."""
        if self._content is None:
            self._content = b"".join([part async for part in self.aiter_raw()])
        return self._content

    async def aiter_raw(self) -> AsyncIterator[bytes]:
        """The content in the portions in which it comes."""
        try:
            async for part in self._parts:
                yield part
        except DisconnectedError as error:
            raise RemoteProtocolError("peer closed connection without sending complete message body", request=self.request) from error
        await self.aclose()

    async def aiter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The content in portions of `chunk_size` bytes."""
        waiting = b""
        async for part in self.aiter_raw():
            waiting += part
            while chunk_size and len(waiting) >= chunk_size:
                yield waiting[:chunk_size]
                waiting = waiting[chunk_size:]
            if not chunk_size:
                yield waiting
                waiting = b""
        if waiting:
            yield waiting

    async def aiter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """The content as text."""
        async for part in self.aiter_bytes(chunk_size):
            yield part.decode(self.encoding, "replace")

    async def aiter_lines(self) -> AsyncIterator[str]:
        """The content, a line at a time."""
        waiting = ""
        async for part in self.aiter_text():
            *lines, waiting = (waiting + part).split("\n")
            for line in lines:
                yield line.removesuffix("\r")
        if waiting:
            yield waiting

    async def aclose(self) -> None:
        """Gives its connection back."""
        self.elapsed = datetime.timedelta(seconds=self._now() - self._began)
        self._reply.release()
