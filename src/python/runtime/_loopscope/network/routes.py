"""The world beyond the program: which hosts answer what, and when.

From the conditions, and by sensible defaults for what they don't name.
"""

import json
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit
from uuid import NAMESPACE_URL, uuid5
from zlib import crc32

_MILLISECOND = 1_000_000
_FASTEST, _SLOWEST, _GRAIN = 50, 400, 10
"""Between which milliseconds, and in which steps of them, a host answers that the conditions don't name."""
_LONGEST_DELAY = 10
_SAMPLE = {"title": "Sample", "items": [{"id": 1, "name": "first"}, {"id": 2, "name": "second"}]}


class Request(NamedTuple):
    """An HTTP request as it reaches the world."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def path(self) -> str:
        return urlsplit(self.url).path or "/"


class Answer(NamedTuple):
    """What the world answers, and after how many nanoseconds; `failure` is what happens in its place: refused, reset, timeout or dns."""

    delay: int
    status: int = 200
    headers: Mapping[str, str] = {}
    body: bytes = b""
    failure: str = ""


class Route(NamedTuple):
    """A part of the world that the conditions describe. Host and path may hold `*`; the latency is in milliseconds.

    What is None is as it would be without the route.
    """

    host: str
    method: str = "*"
    path: str = "*"
    status: int = 200
    headers: Mapping[str, str] = {}
    body: str | None = ""
    json: object = None
    latency: float | None = None
    failure: str = ""

    def covers_host(self, host: str, port: int) -> bool:
        """Whether it speaks for a host; one with a port only for that."""
        return _fits(host.lower(), self.host.lower()) or _fits(f"{host}:{port}".lower(), self.host.lower())


routes: list[Route] = []
"""The first that fits a request answers it."""


def host_failure(host: str, port: int = 0) -> str:
    """What goes wrong with all that a host is asked; empty if nothing does."""
    return next((route.failure for route in routes if (route.method, route.path) == ("*", "*") and route.covers_host(host, port)), "")


def answer(request: Request) -> Answer:
    """What the world answers to a request: the same in every run."""
    port = urlsplit(request.url).port or (443 if request.url.startswith("https") else 80)
    for route in routes:
        if (
            route.covers_host(request.host, port)
            and route.method.upper() in ("*", request.method)
            and (_fits(request.path, route.path) or _fits(_target(request), route.path))
        ):
            return _by_route(route, request)
    return _by_default(request)


def _fits(text: str, pattern: str) -> bool:
    """Whether a text is what a pattern says, in which `*` stands for any characters."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None


def _target(request: Request) -> str:
    query = urlsplit(request.url).query
    return f"{request.path}?{query}" if query else request.path


def _by_route(route: Route, request: Request) -> Answer:
    delay = _usual_delay(request) if route.latency is None else round(route.latency * _MILLISECOND)
    if route.json is not None:
        headers, body = {"Content-Type": "application/json"}, json.dumps(route.json).encode()
    elif route.body is not None:
        headers, body = {"Content-Type": "text/html; charset=utf-8"}, route.body.encode()
    else:
        _, _, headers, body, _ = _by_default(request)
    return Answer(delay, route.status, {**headers, **route.headers}, body, route.failure)


def _usual_delay(request: Request) -> int:
    """From the URL, so that each has its own and keeps it."""
    steps = (_SLOWEST - _FASTEST) // _GRAIN + 1
    return (_FASTEST + crc32(request.url.encode()) % steps * _GRAIN) * _MILLISECOND


def _by_default(request: Request) -> Answer:
    delay = _usual_delay(request)
    match request.path.strip("/").split("/"):
        case ["delay", seconds] if seconds.replace(".", "", 1).isdecimal():
            return _json(round(min(float(seconds), _LONGEST_DELAY) * 1e9), _echo(request))
        case ["status", code] if code.isdecimal() and 100 <= int(code) <= 599:
            return Answer(delay, int(code))
        case ["bytes", size] if size.isdecimal():
            seed = crc32(request.url.encode())
            return Answer(delay, 200, {"Content-Type": "application/octet-stream"}, bytes((seed + i * 7) % 256 for i in range(int(size))))
        case ["redirect", count] if count.isdecimal() and int(count) > 0:
            return Answer(delay, 302, {"Location": f"/redirect/{int(count) - 1}" if int(count) > 1 else "/get"})
        case ["json"]:
            return _json(delay, _SAMPLE)
        case ["uuid"]:
            return _json(delay, {"uuid": str(uuid5(NAMESPACE_URL, request.url))})
        case ["headers"]:
            return _json(delay, {"headers": dict(request.headers)})
        case ["get" | "post" | "put" | "patch" | "delete" | "anything", *_]:
            return _json(delay, _echo(request))
    if _speaks_json(request):
        return _json(delay, {"url": request.url, **_numbered(request)} if request.method in ("GET", "HEAD") else _echo(request))
    head, content = f"<head><title>{request.host}</title></head>", f"<body><h1>{request.host}</h1><p>{request.path}</p></body>"
    page = f"<!doctype html>\n<html>{head}{content}</html>\n"
    return Answer(delay, 200, {"Content-Type": "text/html; charset=utf-8"}, page.encode())


def _speaks_json(request: Request) -> bool:
    last = request.path.rsplit("/", 1)[-1]
    accepts = next((value for name, value in request.headers.items() if name.lower() == "accept"), "")
    return (
        request.host.startswith("api.")
        or "/api" in request.path
        or last.isdecimal()
        or last.endswith(".json")
        or "json" in accepts
        or request.method not in ("GET", "HEAD")
    )


def _numbered(request: Request) -> dict[str, object]:
    """A resource with a number, such as /todos/1, says which it is."""
    *_, kind, last = ("", *request.path.strip("/").split("/"))
    return {"id": int(last), "title": f"{kind} {last}".strip()} if last.isdecimal() else {"title": request.path}


def _echo(request: Request) -> dict[str, object]:
    """What was asked, as httpbin.org tells it."""
    text = request.body.decode("utf-8", "replace")
    content = next((value for name, value in request.headers.items() if name.lower() == "content-type"), "")
    form = dict(parse_qsl(text)) if "urlencoded" in content else {}
    try:
        parsed = json.loads(text) if text and not form else None
    except ValueError:
        parsed = None
    args = dict(parse_qsl(urlsplit(request.url).query))
    asked = {"method": request.method, "url": request.url, "args": args, "headers": dict(request.headers)}
    return asked | {"data": text, "form": form, "json": parsed}


def _json(delay: int, value: object) -> Answer:
    return Answer(delay, 200, {"Content-Type": "application/json"}, json.dumps(value, indent=2).encode() + b"\n")
