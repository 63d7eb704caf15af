"""A host of the world at the other end of a connection: it reads HTTP requests from the bytes and answers them in time."""

from http import HTTPStatus

from . import wire
from .channel import READ
from .routes import Answer, Request, answer
from .streams import Stream

_DATE = "Thu, 01 Jan 2026 00:00:00 GMT"


class Origin:
    """The peer of a program's connection."""

    unread = 0

    def __init__(self, client: Stream, scheme: str, host: str) -> None:
        self._client = client
        self._scheme = scheme
        self._host = host
        self._received = bytearray()
        self._back = wire.Line(f"{host} → the program")
        self._answering = 0
        """The I/O of the answer that is on its way."""
        self._over = False
        """The program has closed."""

    @property
    def answering(self) -> int:
        """The I/O of the answer that the program waits for, or 0."""
        return self._answering

    def wake(self, events: int) -> None:
        """The program has read: nothing here waits for that."""

    def arrive(self, data: bytes) -> None:
        self._received += data
        self._go_on()

    def arrive_end(self) -> None:
        self._over = True
        if not self._answering:
            self._back.send(0, self._client.arrive_end)

    def arrive_reset(self) -> None:
        self._over = True

    def _go_on(self) -> None:
        """Answers the next request, one after the other."""
        if self._answering:
            return
        try:
            request = self._take_request()
        except ValueError:
            self._received.clear()
            self._reply(Answer(0, 400, {"Content-Type": "text/plain"}, b"This host understands HTTP/1.1 only.\n"), "GET", keep=False)
            return
        if request is None:
            return
        what, keep = request
        found = answer(what)
        label = f"{what.method} {what.url}"

        def answered() -> str:
            number, self._answering = self._answering, 0
            if found.failure:
                self._client.arrive_reset()
                return "ECONNRESET"
            self._reply(found, what.method, keep)
            wire.end(number, text=f"{found.status} {reason(found.status)}, {len(found.body)} bytes")
            self._go_on()
            return ""

        self._answering = wire.begin(None if found.failure == "timeout" else found.delay, label, answered)

    def _take_request(self) -> tuple[Request, bool] | None:
        """The next whole request and whether the connection is kept afterwards. Raises ValueError for what is no HTTP."""
        if b"\n" in self._received:
            first = bytes(self._received).partition(b"\n")[0].decode("latin-1").split()
            if len(first) != 3 or not first[2].startswith("HTTP/1"):
                raise ValueError
        head, separator, rest = bytes(self._received).partition(b"\r\n\r\n")
        if not separator:
            return None
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, version = first.split()
        headers = {name.strip().title(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body, used = _body(headers, rest)
        if used < 0:
            return None
        del self._received[: len(head) + 4 + used]
        url = target if "://" in target else f"{self._scheme}://{headers.get('Host', self._host)}{target}"
        connection = headers.get("Connection", "").lower()
        keep = connection != "close" if version == "HTTP/1.1" else connection == "keep-alive"
        return Request(method.upper(), url, headers, body), keep

    def _reply(self, found: Answer, method: str, keep: bool) -> None:
        if self._over:
            return
        bodiless = found.status < 200 or found.status in (204, 304)
        headers = {"Date": _DATE, "Server": "simulated", **found.headers}
        if not bodiless:
            headers["Content-Length"] = str(len(found.body))
        headers["Connection"] = "keep-alive" if keep else "close"
        head = f"HTTP/1.1 {found.status} {reason(found.status)}\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        content = head.encode("latin-1") + b"\r\n" + (b"" if bodiless or method == "HEAD" else found.body)
        self._back.send(len(content), lambda: self._client.arrive(content))
        if not keep:
            self._over = True
            self._back.send(0, self._client.arrive_end)
        self._client.wake(READ)


def _body(headers: dict[str, str], rest: bytes) -> tuple[bytes, int]:
    """A request's body and how many bytes it takes; -1 while it is not all there."""
    if headers.get("Transfer-Encoding", "").lower() == "chunked":
        return _chunks(rest)
    length = int(headers.get("Content-Length", "0"))
    return (rest[:length], length) if len(rest) >= length else (b"", -1)


def _chunks(rest: bytes) -> tuple[bytes, int]:
    body, at = b"", 0
    while (end := rest.find(b"\r\n", at)) >= 0:
        size = int(rest[at:end].split(b";")[0], 16)
        at = end + 2 + size + 2
        if len(rest) < at:
            break
        if size == 0:
            return body, at
        body += rest[end + 2 : at - 2]
    return b"", -1


def reason(status: int) -> str:
    """The words that go with a status."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
