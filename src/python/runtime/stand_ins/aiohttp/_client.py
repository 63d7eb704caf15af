"""Sessions: what sends requests and follows where they lead."""

import asyncio
import json as json_module
import socket
import warnings
from collections.abc import AsyncIterator, Callable, Generator, Mapping
from http.cookies import SimpleCookie
from typing import Self
from urllib.parse import urlencode

from _http1 import DisconnectedError, Headers, Reply
from _loopscope.pools import SessionPool
from _loopscope.sessions import Session

from ._connector import BaseConnector, TCPConnector
from ._data import URL, BasicAuth, CIMultiDict, ClientTimeout, FormData, RequestInfo
from ._errors import (
    ClientConnectionError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientOSError,
    ConnectionTimeoutError,
    InvalidURL,
    ServerDisconnectedError,
    SocketTimeoutError,
    TooManyRedirects,
)
from ._response import ClientResponse

_DEFAULT = ClientTimeout(total=300, sock_connect=30)
_AGENT = "Python/3.14 aiohttp/3.13.2"
_SEE_OTHER = 303
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TURNED_INTO_GET = frozenset({301, 302})


class ClientSession:
    """As `aiohttp.ClientSession`."""

    def __init__(
        self,
        base_url: object = None,
        *,
        connector: BaseConnector | None = None,
        headers: Mapping[str, str] | None = None,
        cookies: Mapping[str, str] | None = None,
        auth: BasicAuth | None = None,
        json_serialize: Callable[[object], str] = json_module.dumps,
        connector_owner: bool = True,
        raise_for_status: bool = False,
        timeout: ClientTimeout | float | None = _DEFAULT,
        **_: object,
    ) -> None:
        self._shown = Session("" if base_url is None else str(base_url))
        self._connector: BaseConnector | None = connector or TCPConnector(_pool=SessionPool)
        self._loop = asyncio.get_running_loop()
        self._base_url = None if base_url is None else URL(base_url)
        self.headers = dict(headers or {})
        self.cookies: SimpleCookie = SimpleCookie(cookies or {})
        self.auth = auth
        self._json_serialize = json_serialize
        self._connector_owner = connector_owner
        self._raise_for_status = raise_for_status
        self.timeout = timeout if isinstance(timeout, ClientTimeout) else ClientTimeout(total=timeout)

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for aiohttp: its ClientSession has no {name!r}")

    def __del__(self) -> None:
        if not self.closed:
            warnings.warn(f"Unclosed client session {self!r}", ResourceWarning, source=self, stacklevel=2)
            self._loop.call_exception_handler({"client_session": self, "message": "Unclosed client session"})

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        connector = self.__dict__.get("_connector")
        return connector is None or connector.closed

    @property
    def connector(self) -> BaseConnector | None:
        """What keeps its connections."""
        return self._connector

    async def close(self) -> None:
        """Closes its connections."""
        connector, self._connector = self._connector, None
        self._shown.close()
        if connector is not None and self._connector_owner:
            await connector.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def request(self, method: str, url: object, **options: object) -> _Requesting:
        """Any request, awaited or for `async with`."""
        return _Requesting(lambda: self._request(method, url, **options))

    def get(self, url: object, **options: object) -> _Requesting:
        """GET."""
        return self.request("GET", url, **options)

    def post(self, url: object, *, data: object = None, **options: object) -> _Requesting:
        """POST."""
        return self.request("POST", url, data=data, **options)

    def put(self, url: object, *, data: object = None, **options: object) -> _Requesting:
        """PUT."""
        return self.request("PUT", url, data=data, **options)

    def patch(self, url: object, *, data: object = None, **options: object) -> _Requesting:
        """PATCH."""
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url: object, **options: object) -> _Requesting:
        """DELETE."""
        return self.request("DELETE", url, **options)

    def head(self, url: object, *, allow_redirects: bool = False, **options: object) -> _Requesting:
        """HEAD."""
        return self.request("HEAD", url, allow_redirects=allow_redirects, **options)

    def options(self, url: object, **options: object) -> _Requesting:
        """OPTIONS."""
        return self.request("OPTIONS", url, **options)

    async def _request(
        self,
        method: str,
        url: object,
        *,
        params: object = None,
        data: object = None,
        json: object = None,
        headers: Mapping[str, str] | None = None,
        cookies: Mapping[str, str] | None = None,
        auth: BasicAuth | None = None,
        allow_redirects: bool = True,
        max_redirects: int = 10,
        raise_for_status: bool | None = None,
        timeout: ClientTimeout | float | None = None,
        ssl: object = True,
    ) -> ClientResponse:
        if self.closed:
            raise RuntimeError("Session is closed")
        if data is not None and json is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        limits = self.timeout if timeout is None else timeout if isinstance(timeout, ClientTimeout) else ClientTimeout(total=timeout)
        where = (URL(url) if self._base_url is None else self._base_url.join(url)).with_query(params)
        kind, body = self._body(data, json)
        given = {**self.headers, **(headers or {})}
        begun = self._loop.time()
        left = _Left(self._loop, None if limits.total is None else begun + limits.total, limits)
        history: list[ClientResponse] = []
        while True:
            if where.scheme not in ("http", "https") or not where.host:
                raise InvalidURL(where)
            sent = self._headers(where, given, kind, body, cookies, auth or self.auth)
            info = RequestInfo(where, method, CIMultiDict(sent), where)
            response = ClientResponse(await self._exchange(method, where, sent, body, left), info, tuple(history), left.reading)
            self.cookies.update(response.cookies)
            location = response.headers.get("Location")
            if not (allow_redirects and response.status in _REDIRECTS and location):
                break
            history.append(response)
            response.release()
            if len(history) >= max_redirects:
                raise TooManyRedirects(history[0].request_info, tuple(history))
            if (response.status == _SEE_OTHER and method != "HEAD") or (response.status in _TURNED_INTO_GET and method == "POST"):
                method, kind, body = "GET", None, b""
            where = where.join(location)
        if self._raise_for_status if raise_for_status is None else raise_for_status:
            response.raise_for_status()
        return response

    def _body(self, data: object, json: object) -> tuple[str | None, bytes]:
        if json is not None:
            return "application/json", self._json_serialize(json).encode()
        match data:
            case None:
                return None, b""
            case bytes() | bytearray():
                return "application/octet-stream", bytes(data)
            case str():
                return "text/plain; charset=utf-8", data.encode()
            case FormData():
                return "application/x-www-form-urlencoded", urlencode(data.fields).encode()
            case Mapping() | list() | tuple():
                return "application/x-www-form-urlencoded", urlencode(FormData(data).fields).encode()
        raise NotImplementedError(f"Loopscope's stand-in for aiohttp sends no {type(data).__name__} as data")

    def _headers(
        self, url: URL, given: Mapping[str, str], kind: str | None, body: bytes, cookies: Mapping[str, str] | None, auth: BasicAuth | None
    ) -> Headers:
        sent = {"Host": url.parts.netloc.rpartition("@")[2], "Accept": "*/*", "User-Agent": _AGENT}
        if kind is not None:
            sent["Content-Type"] = kind
            sent["Content-Length"] = str(len(body))
        if auth is not None:
            sent["Authorization"] = auth.encode()
        jar = {**{name: morsel.value for name, morsel in self.cookies.items()}, **(cookies or {})}
        if jar:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
        replaced = {name.lower() for name in given}
        return [*((name, value) for name, value in sent.items() if name.lower() not in replaced), *given.items()]

    async def _exchange(self, method: str, url: URL, headers: Headers, body: bytes, left: _Left) -> Reply:
        port = url.port or 80
        try:
            async with left.total():
                return await self._connector.connections.request(
                    self._shown, method, url.parts, headers, body, left.connecting(), left.waiting()
                )
        except socket.gaierror as error:
            raise ClientConnectorDNSError(url.host or "", port, url.scheme == "https", error) from error
        except DisconnectedError as error:
            raise ServerDisconnectedError from error
        except TimeoutError as error:
            if left.connecting_failed:
                raise ConnectionTimeoutError(f"Connection timeout to host {url}") from error
            if left.waiting_failed:
                raise SocketTimeoutError("Timeout on reading data from socket") from error
            raise TimeoutError from error
        except ConnectionResetError as error:
            raise ClientOSError(error.errno, error.strerror) from error
        except OSError as error:
            raise ClientConnectorError(url.host or "", port, url.scheme == "https", error) from error


class _Left:
    """How much of its time a request has left."""

    def __init__(self, loop: asyncio.AbstractEventLoop, deadline: float | None, limits: ClientTimeout) -> None:
        self._loop = loop
        self._deadline = deadline
        self._limits = limits
        self._connecting: asyncio.Timeout | None = None
        self._waiting: asyncio.Timeout | None = None

    def total(self) -> asyncio.Timeout:
        """Until the request as a whole has to be done."""
        return asyncio.timeout_at(self._deadline)

    def connecting(self) -> asyncio.Timeout:
        """Until there has to be a connection."""
        shortest = min((limit for limit in (self._limits.connect, self._limits.sock_connect) if limit), default=None)
        self._connecting = asyncio.timeout(shortest)
        return self._connecting

    @property
    def connecting_failed(self) -> bool:
        """Whether it was connecting that took too long."""
        return self._connecting is not None and self._connecting.expired()

    def waiting(self) -> asyncio.Timeout:
        """Until there has to be an answer."""
        self._waiting = asyncio.timeout(self._limits.sock_read)
        return self._waiting

    @property
    def waiting_failed(self) -> bool:
        """Whether it was the answer that took too long."""
        return self._waiting is not None and self._waiting.expired()

    async def reading(self, parts: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """A content's portions, each in time."""
        while True:
            socket_timeout = asyncio.timeout(self._limits.sock_read)
            try:
                async with self.total(), socket_timeout:
                    part = await anext(parts, None)
            except TimeoutError as error:
                if socket_timeout.expired():
                    raise SocketTimeoutError("Timeout on reading data from socket") from error
                raise TimeoutError from error
            except ConnectionError as error:
                raise ClientConnectionError(*error.args) from error
            if part is None:
                return
            yield part


class _Requesting:
    """A request that is to be sent: awaited, or entered with `async with`."""

    def __init__(self, send: Callable[[], object]) -> None:
        self._send = send

    def __await__(self) -> Generator[object, None, ClientResponse]:
        return self._send().__await__()

    async def __aenter__(self) -> ClientResponse:
        self._response = await self._send()
        return self._response

    async def __aexit__(self, *_: object) -> None:
        self._response.release()


class _Once(_Requesting):
    """A request with a session of its own."""

    def __init__(self, method: str, url: object, options: dict[str, object]) -> None:
        super().__init__(self._in_a_session)
        self._arguments = method, url, options

    async def _in_a_session(self) -> ClientResponse:
        method, url, options = self._arguments
        self._session = ClientSession()
        return await self._session._request(method, url, **options)

    async def __aexit__(self, *_: object) -> None:
        await super().__aexit__()
        await self._session.close()


def request(method: str, url: object, **options: object) -> _Requesting:
    """One request without a session, for `async with`."""
    return _Once(method, url, options)
