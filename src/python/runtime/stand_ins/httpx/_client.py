"""The client: what sends requests."""

import asyncio
import json as json_module
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Self
from urllib.parse import urlencode

from _http1 import Connections, DisconnectedError, Reply
from _loopscope.pools import SessionPool
from _loopscope.sessions import Session

from ._config import BasicAuth, Limits, Timeout
from ._errors import (
    ConnectError,
    ConnectTimeout,
    ReadTimeout,
    RemoteProtocolError,
    TooManyRedirects,
    UnsupportedProtocol,
)
from ._models import URL, Headers, Request, Response

_UNSET = object()
_SEE_OTHER = 303
_TURNED_INTO_GET = frozenset({301, 302})


class AsyncClient:
    """As `httpx.AsyncClient`."""

    def __init__(
        self,
        *,
        auth: object = None,
        params: object = None,
        headers: object = None,
        cookies: Mapping[str, str] | None = None,
        timeout: object = 5.0,
        follow_redirects: bool = False,
        limits: Limits | None = None,
        max_redirects: int = 20,
        base_url: object = "",
        transport: object = None,
        **_: object,
    ) -> None:
        if transport is not None:
            raise NotImplementedError("Loopscope's stand-in for httpx has no transports")
        limits = limits or Limits(100, 20)
        self._shown = Session(str(base_url))
        self._connections = Connections(limits.max_connections or 0, 0, SessionPool)
        self._auth = auth
        self._params = params
        self.headers = Headers({"accept": "*/*", "user-agent": "python-httpx/0.28.1", **dict(Headers(headers))})
        self.cookies = dict(cookies or {})
        self.timeout = Timeout(timeout)
        self.follow_redirects = follow_redirects
        self._max_redirects = max_redirects
        self.base_url = URL(base_url)

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for httpx: its AsyncClient has no {name!r}")

    @property
    def is_closed(self) -> bool:
        """Whether it was closed."""
        return self._connections.closed

    async def aclose(self) -> None:
        """Closes its connections."""
        self._shown.close()
        self._connections.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def get(self, url: object, **options: object) -> Response:
        """GET."""
        return await self.request("GET", url, **options)

    async def options(self, url: object, **options: object) -> Response:
        """OPTIONS."""
        return await self.request("OPTIONS", url, **options)

    async def head(self, url: object, **options: object) -> Response:
        """HEAD."""
        return await self.request("HEAD", url, **options)

    async def post(self, url: object, **options: object) -> Response:
        """POST."""
        return await self.request("POST", url, **options)

    async def put(self, url: object, **options: object) -> Response:
        """PUT."""
        return await self.request("PUT", url, **options)

    async def patch(self, url: object, **options: object) -> Response:
        """PATCH."""
        return await self.request("PATCH", url, **options)

    async def delete(self, url: object, **options: object) -> Response:
        """DELETE."""
        return await self.request("DELETE", url, **options)

    async def request(self, method: str, url: object, **options: object) -> Response:
        """Any request; its content is read."""
        response = await self._send(method, url, **options)
        await response.aread()
        return response

    @asynccontextmanager
    async def stream(self, method: str, url: object, **options: object) -> AsyncIterator[Response]:
        """Any request, whose content is to be read within the block."""
        response = await self._send(method, url, **options)
        try:
            yield response
        finally:
            await response.aclose()

    async def _send(
        self,
        method: str,
        url: object,
        *,
        content: bytes | str | None = None,
        data: Mapping[str, object] | None = None,
        json: object = None,
        params: object = None,
        headers: object = None,
        cookies: Mapping[str, str] | None = None,
        auth: object = _UNSET,
        follow_redirects: bool | None = None,
        timeout: object = _UNSET,
    ) -> Response:
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        limits = self.timeout if timeout is _UNSET else Timeout(timeout)
        base = str(self.base_url)
        text = str(url)
        where = URL(text if "://" in text or not base else f"{base.rstrip('/')}/{text.lstrip('/')}", params or self._params)
        sent = Headers({**dict(self.headers), **dict(Headers(headers))})
        body = _body(sent, content, data, json)
        credentials = self._auth if auth is _UNSET else auth
        if credentials is not None:
            sent["authorization"] = (credentials if isinstance(credentials, BasicAuth) else BasicAuth(*credentials)).header
        if jar := {**self.cookies, **(cookies or {})}:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
        history: list[Response] = []
        while True:
            request = Request(method, where, sent, body)
            response = await self._exchange(request, limits, history)
            if not (self.follow_redirects if follow_redirects is None else follow_redirects) or not response.has_redirect_location:
                return response
            await response.aread()
            history = [*history, response]
            if len(history) > self._max_redirects:
                raise TooManyRedirects("Exceeded maximum allowed redirects.", request=request)
            if response.status_code == _SEE_OTHER or (response.status_code in _TURNED_INTO_GET and method == "POST"):
                method, body = "GET", b""
            where = where.join(response.headers["location"])

    async def _exchange(self, request: Request, limits: Timeout, history: list[Response]) -> Response:
        url = request.url
        if url.scheme not in ("http", "https"):
            missing = f"Request URL has an unsupported protocol '{url.scheme}://'."
            raise UnsupportedProtocol(missing if url.scheme else "Request URL is missing an 'http://' or 'https://' protocol.")
        headers = [("Host", url.parts.netloc.rpartition("@")[2]), *((name.title(), value) for name, value in request.headers.items())]
        now = asyncio.get_running_loop().time
        began = now()
        connecting = asyncio.timeout(limits.connect)
        reading = asyncio.timeout(limits.read)
        try:
            reply = await self._connections.request(self._shown, request.method, url.parts, headers, request.content, connecting, reading)
        except TimeoutError as error:
            raise (ConnectTimeout if connecting.expired() else ReadTimeout)(request=request) from error
        except DisconnectedError as error:
            raise RemoteProtocolError("Server disconnected without sending a response.", request=request) from error
        except OSError as error:
            raise ConnectError("All connection attempts failed", request=request) from error
        return Response(reply, request, history, began, now, _in_time(reply, request, limits))


async def _in_time(reply: Reply, request: Request, limits: Timeout) -> AsyncIterator[bytes]:
    parts = reply.parts()
    while True:
        try:
            async with asyncio.timeout(limits.read):
                part = await anext(parts, None)
        except TimeoutError as error:
            raise ReadTimeout(request=request) from error
        if part is None:
            return
        yield part


def _body(headers: Headers, content: bytes | str | None, data: Mapping[str, object] | None, json: object) -> bytes:
    if json is not None:
        kind, body = "application/json", json_module.dumps(json, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    elif data is not None:
        kind, body = "application/x-www-form-urlencoded", urlencode(data, doseq=True).encode()
    elif content is not None:
        kind, body = None, content.encode() if isinstance(content, str) else content
    else:
        return b""
    if kind is not None:
        headers.setdefault("content-type", kind)
    headers["content-length"] = str(len(body))
    return body
