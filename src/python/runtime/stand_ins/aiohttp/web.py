"""As `aiohttp.web`, in small: routes, handlers, middlewares, and running them on the network."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote, urlsplit

from _http1 import DisconnectedError, Headers, header, message, read_body, read_head

from ._data import CIMultiDict
from ._routes import RouteDef, Router, RouteTableDef, delete, get, head, patch, post, put, route

__all__ = [
    "AppRunner",
    "Application",
    "HTTPException",
    "Request",
    "Response",
    "RouteDef",
    "RouteTableDef",
    "TCPSite",
    "delete",
    "get",
    "head",
    "json_response",
    "middleware",
    "patch",
    "post",
    "put",
    "route",
    "run_app",
]

type Handler = Callable[[Request], Awaitable[Response]]


class Request(dict):
    """What a client asks for."""

    def __init__(self, app: Application, start: str, headers: Headers, content: bytes, match: dict[str, str], peer: object) -> None:
        self.app = app
        self.method, target, _ = start.split(" ", 2)
        parts = urlsplit(target)
        self.path = unquote(parts.path)
        self.path_qs = target
        self.query_string = parts.query
        self.query = dict(parse_qsl(parts.query, keep_blank_values=True))
        self.headers = CIMultiDict(headers)
        self.match_info = match
        self.remote = peer[0] if isinstance(peer, tuple) else None
        self._content = content

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for aiohttp.web: its Request has no {name!r}")

    def __hash__(self) -> int:
        return id(self)

    @property
    def content_type(self) -> str:
        """As "application/json"."""
        return self.headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip()

    async def read(self) -> bytes:
        """The content."""
        return self._content

    async def text(self) -> str:
        """The content as text."""
        return self._content.decode()

    async def json(self) -> object:
        """The content, parsed."""
        return json.loads(self._content)

    async def post(self) -> dict[str, str]:
        """A form's fields."""
        return dict(parse_qsl(self._content.decode(), keep_blank_values=True))


class Response:
    """What a handler answers."""

    def __init__(
        self,
        *,
        body: bytes | str | None = None,
        status: int = 200,
        reason: str | None = None,
        text: str | None = None,
        headers: dict[str, str] | None = None,
        content_type: str | None = None,
        charset: str | None = None,
    ) -> None:
        if body is not None and text is not None:
            raise ValueError("body and text are not allowed together")
        kind = content_type or ("application/octet-stream" if text is None else "text/plain")
        self.status = status
        self.reason = reason or HTTPStatus(status).phrase
        self.body = body.encode() if isinstance(body, str) else (text or "").encode() if body is None else body
        self.headers = {"Content-Type": kind if text is None else f"{kind}; charset={charset or 'utf-8'}", **(headers or {})}

    @property
    def text(self) -> str:
        """The content as text."""
        return self.body.decode()

    def encoded(self, empty: bool) -> bytes:
        """As it is sent; `empty` without its content."""
        headers = [*self.headers.items(), ("Content-Length", str(len(self.body)))]
        return message(f"HTTP/1.1 {self.status} {self.reason}", headers, b"" if empty else self.body)


def json_response(
    data: object = None,
    *,
    text: str | None = None,
    status: int = 200,
    headers: dict[str, str] | None = None,
    dumps: Callable[[object], str] = json.dumps,
) -> Response:
    """A response with JSON in it."""
    return Response(text=dumps(data) if text is None else text, status=status, headers=headers, content_type="application/json")


class HTTPException(Response, Exception):
    """A response that is raised."""

    status_code = 500

    def __init__(
        self, *, text: str | None = None, reason: str | None = None, headers: dict[str, str] | None = None, **more: object
    ) -> None:
        reason = reason or HTTPStatus(self.status_code).phrase
        Response.__init__(
            self, status=self.status_code, reason=reason, text=text or f"{self.status_code}: {reason}", headers=headers, **more
        )
        Exception.__init__(self, self.reason)


def _exception(status: HTTPStatus) -> type[HTTPException]:
    name = "HTTP" + "".join(word.capitalize() for word in status.name.split("_"))
    return type(name, (HTTPException,), {"status_code": int(status), "__module__": __name__})


_EXCEPTIONS = {cls.__name__: cls for cls in map(_exception, HTTPStatus) if not HTTPStatus(cls.status_code).is_informational}


def __getattr__(name: str) -> object:
    if name in _EXCEPTIONS:
        return _EXCEPTIONS[name]
    raise AttributeError(f"Loopscope's stand-in for aiohttp.web has no {name!r}")


def middleware(function: Callable) -> Callable:
    """Marks a middleware; here it needs no mark."""
    return function


class Application(dict):
    """Routes, and what is shared by their handlers."""

    def __init__(self, *, middlewares: Iterable[Callable] = (), **_: object) -> None:
        self.router = Router()
        self.middlewares = list(middlewares)
        self.on_startup: list[Callable[[Application], Awaitable[None]]] = []
        self.on_shutdown: list[Callable[[Application], Awaitable[None]]] = []
        self.on_cleanup: list[Callable[[Application], Awaitable[None]]] = []
        self.cleanup_ctx: list[Callable[[Application], AsyncIterator[None]]] = []
        self._contexts: list[AsyncIterator[None]] = []

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"Loopscope's stand-in for aiohttp.web: its Application has no {name!r}")

    def __hash__(self) -> int:
        return id(self)

    def add_routes(self, routes: Iterable[RouteDef]) -> None:
        """Takes up routes."""
        for each in routes:
            self.router.add_route(each.method, each.path, each.handler)

    async def startup(self) -> None:
        """What happens before the first request."""
        for begin in self.on_startup:
            await begin(self)
        for make in self.cleanup_ctx:
            context = aiter(make(self))
            await anext(context)
            self._contexts.append(context)

    async def cleanup(self) -> None:
        """What happens after the last one."""
        for end in self.on_shutdown:
            await end(self)
        for context in reversed(self._contexts):
            await anext(context, None)
        for end in self.on_cleanup:
            await end(self)

    async def answer(self, start: str, headers: Headers, content: bytes, peer: object) -> Response:
        """What a request gets."""
        method, target, _ = start.split(" ", 2)
        handler, match = self.router.resolve(method, unquote(urlsplit(target).path))
        request = Request(self, start, headers, content, match, peer)
        if isinstance(handler, int):
            handler = _raising(handler)
        for layer in reversed(self.middlewares):
            handler = _wrapped(layer, handler)
        try:
            return await handler(request)
        except HTTPException as error:
            return error
        except Exception as error:
            context = {"message": f"Error handling request from {request.remote}", "exception": error}
            asyncio.get_running_loop().call_exception_handler(context)
            return Response(status=500, text="500 Internal Server Error\n\nServer got itself in trouble")


def _raising(status: int) -> Handler:
    async def fail(_: Request) -> Response:
        raise next(cls for cls in _EXCEPTIONS.values() if cls.status_code == status)()

    return fail


def _wrapped(layer: Callable, handler: Handler) -> Handler:
    async def call(request: Request) -> Response:
        return await layer(request, handler)

    return call


class AppRunner:
    """An application that is to be served."""

    def __init__(self, app: Application, **_: object) -> None:
        self.app = app
        self.sites: list[TCPSite] = []
        self._handlers: set[asyncio.Task[None]] = set()

    async def setup(self) -> None:
        """Makes it ready."""
        await self.app.startup()

    async def cleanup(self) -> None:
        """Stops serving."""
        for site in list(self.sites):
            await site.stop()
        for handler in self._handlers:
            handler.cancel()
        await self.app.cleanup()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers what comes on one connection."""
        task = asyncio.current_task()
        self._handlers.add(task)
        try:
            with contextlib.suppress(DisconnectedError, ConnectionError, asyncio.CancelledError):
                while True:
                    start, headers = await read_head(reader)
                    content = b"".join([part async for part in read_body(reader, headers, until_end=False)])
                    response = await self.app.answer(start, headers, content, writer.get_extra_info("peername"))
                    writer.write(response.encoded(start.startswith("HEAD ")))
                    await writer.drain()
                    if (header(headers, "connection") or "").lower() == "close":
                        break
        finally:
            self._handlers.discard(task)
            writer.close()


class TCPSite:
    """A host and port at which an application is served."""

    def __init__(self, runner: AppRunner, host: str | None = None, port: int | None = None, **_: object) -> None:
        self._runner = runner
        self._host = host
        self._port = 8080 if port is None else port

    @property
    def name(self) -> str:
        """Its address, for people."""
        return f"http://{self._host or '0.0.0.0'}:{self._port}"

    async def start(self) -> None:
        """Begins to serve."""
        self._server = await asyncio.start_server(self._runner.serve, self._host, self._port)
        self._runner.sites.append(self)

    async def stop(self) -> None:
        """Serves no longer."""
        self._runner.sites.remove(self)
        self._server.close()


def run_app(
    app: Application | Awaitable[Application],
    *,
    host: str | None = None,
    port: int | None = None,
    print: Callable[..., None] | None = print,
    **_: object,
) -> None:
    """Serves an application until somebody interrupts it."""

    async def forever() -> None:
        runner = AppRunner(app if isinstance(app, Application) else await app)
        await runner.setup()
        site = TCPSite(runner, host, port)
        await site.start()
        if print is not None:
            print(f"======== Running on {site.name} ========\n(Press CTRL+C to quit)")
        try:
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(forever())
