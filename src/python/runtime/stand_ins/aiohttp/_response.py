"""What a server has answered."""

import json
from collections.abc import AsyncIterator, Callable
from http.cookies import SimpleCookie
from typing import Self

from _http1 import DisconnectedError, Reply

from ._data import URL, CIMultiDict, RequestInfo
from ._errors import ClientPayloadError, ClientResponseError, ContentTypeError

_FIRST_ERROR = 400


class StreamReader:
    """A response's content as it comes."""

    def __init__(self, parts: AsyncIterator[bytes]) -> None:
        self._parts = parts
        self._buffer = b""
        self._at_end = False

    async def _more(self) -> bool:
        try:
            self._buffer += await anext(self._parts)
        except StopAsyncIteration:
            self._at_end = True
        except DisconnectedError as error:
            raise ClientPayloadError(str(error)) from error
        return not self._at_end

    def at_eof(self) -> bool:
        """Whether all of it was read."""
        return self._at_end and not self._buffer

    async def read(self, n: int = -1) -> bytes:
        """The next bytes, at most `n`; all that come, if it is negative."""
        while n < 0 and await self._more():
            pass
        if n > 0 and not self._buffer:
            await self._more()
        end = len(self._buffer) if n < 0 else n
        part, self._buffer = self._buffer[:end], self._buffer[end:]
        return part

    async def readany(self) -> bytes:
        """What is there, or what comes next."""
        if not self._buffer:
            await self._more()
        part, self._buffer = self._buffer, b""
        return part

    async def readline(self) -> bytes:
        """The next line, its end included."""
        while b"\n" not in self._buffer and await self._more():
            pass
        end = self._buffer.find(b"\n") + 1 or len(self._buffer)
        line, self._buffer = self._buffer[:end], self._buffer[end:]
        return line

    async def iter_chunked(self, n: int) -> AsyncIterator[bytes]:
        """Portions of at most `n` bytes."""
        while part := await self.read(n):
            yield part

    async def iter_any(self) -> AsyncIterator[bytes]:
        """Portions as they come."""
        while part := await self.readany():
            yield part

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class ClientResponse:
    """As `aiohttp.ClientResponse`."""

    def __init__(
        self,
        reply: Reply,
        info: RequestInfo,
        history: tuple[ClientResponse, ...],
        reading: Callable[[AsyncIterator[bytes]], AsyncIterator[bytes]],
    ) -> None:
        self._reply = reply
        self._body: bytes | None = None
        self.status = reply.status
        self.reason = reply.reason
        self.headers = CIMultiDict(reply.headers)
        self.method = info.method
        self.request_info = info
        self.history = history
        self.content = StreamReader(reading(reply.parts()))
        self.closed = False
        self.cookies: SimpleCookie = SimpleCookie()
        for name, value in reply.headers:
            if name.lower() == "set-cookie":
                self.cookies.load(value)

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for aiohttp: its ClientResponse has no {name!r}")

    @property
    def url(self) -> URL:
        """Where it came from."""
        return self.request_info.url

    real_url = url

    @property
    def host(self) -> str | None:
        """The host it came from."""
        return self.url.host

    @property
    def ok(self) -> bool:
        """Whether the status is below 400."""
        return self.status < _FIRST_ERROR

    @property
    def content_type(self) -> str:
        """As "text/html"."""
        return self.headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip()

    @property
    def charset(self) -> str | None:
        """As "utf-8", if the server says so."""
        _, found, value = self.headers.get("Content-Type", "").lower().partition("charset=")
        return value.split(";")[0].strip(" \"'") if found else None

    @property
    def content_length(self) -> int | None:
        """Bytes, if the server says so."""
        length = self.headers.get("Content-Length")
        return None if length is None else int(length)

    def get_encoding(self) -> str:
        """What `text` decodes with."""
        return self.charset or "utf-8"

    async def read(self) -> bytes:
        """All of the content."""
        if self._body is None:
            self._body = await self.content.read()
        return self._body

    async def text(self, encoding: str | None = None, errors: str = "strict") -> str:
        """All of it as text."""
        return (await self.read()).decode(encoding or self.get_encoding(), errors)

    async def json(
        self, *, encoding: str | None = None, loads: Callable[[str], object] = json.loads, content_type: str | None = "application/json"
    ) -> object:
        """All of it, parsed. Raises ContentTypeError for what says to be something else."""
        text = await self.text(encoding)
        if (
            content_type
            and self.content_type != content_type
            and not (content_type == "application/json" and self.content_type.endswith("+json"))
        ):
            message = f"Attempt to decode JSON with unexpected mimetype: {self.headers.get('Content-Type', '').lower()}"
            raise ContentTypeError(self.request_info, self.history, status=self.status, message=message, headers=self.headers)
        return loads(text) if text.strip() else None

    def raise_for_status(self) -> None:
        """Raises ClientResponseError for a status of 400 or more."""
        if not self.ok:
            self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers)

    def release(self) -> None:
        """Gives its connection back."""
        self.closed = True
        self._reply.release()

    close = release

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.release()

    def __repr__(self) -> str:
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"
