"""What requests are made of."""

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import override
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit


class CIMultiDict(Mapping[str, str]):
    """Headers: names in any case, and each as often as one likes."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._pairs = list(pairs)

    @override
    def __getitem__(self, name: str) -> str:
        for key, value in self._pairs:
            if key.lower() == name.lower():
                return value
        raise KeyError(name)

    @override
    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and any(key.lower() == name.lower() for key, _ in self._pairs)

    @override
    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._pairs)

    @override
    def __len__(self) -> int:
        return len(self._pairs)

    def getall(self, name: str) -> list[str]:
        """All values of a header. Raises KeyError where there is none."""
        values = [value for key, value in self._pairs if key.lower() == name.lower()]
        if not values:
            raise KeyError(name)
        return values

    @override
    def items(self) -> list[tuple[str, str]]:
        return list(self._pairs)

    @override
    def __repr__(self) -> str:
        return f"<CIMultiDictProxy({', '.join(f'{key!r}: {value!r}' for key, value in self._pairs)})>"


class URL:
    """A URL, with the parts of yarl's that programs ask for."""

    def __init__(self, text: object) -> None:
        self.parts = urlsplit(str(text))

    def __str__(self) -> str:
        path = self.parts.path or ("/" if self.parts.netloc else "")
        return urlunsplit(self.parts._replace(path=path))

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, URL) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __truediv__(self, name: str) -> URL:
        return URL(urlunsplit(self.parts._replace(path=f"{self.parts.path.rstrip('/')}/{name}", query="", fragment="")))

    @property
    def scheme(self) -> str:
        """As "http"."""
        return self.parts.scheme

    @property
    def host(self) -> str | None:
        """The host's name."""
        return self.parts.hostname

    @property
    def port(self) -> int | None:
        """The port, or the scheme's."""
        return self.parts.port or {"http": 80, "https": 443}.get(self.parts.scheme)

    @property
    def path(self) -> str:
        """What follows the host."""
        return self.parts.path or "/"

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def query_string(self) -> str:
        """What follows the question mark."""
        return self.parts.query

    @property
    def query(self) -> dict[str, str]:
        """Its parameters."""
        return dict(parse_qsl(self.parts.query, keep_blank_values=True))

    def join(self, other: object) -> URL:
        """The URL that `other` means on this one's page."""
        return URL(urljoin(str(self), str(other)))

    def with_query(self, params: object) -> URL:
        """The same with more parameters."""
        if not params:
            return self
        added = params if isinstance(params, str) else urlencode(_pairs(params))
        return URL(urlunsplit(self.parts._replace(query="&".join(part for part in (self.parts.query, added) if part))))


def _pairs(params: object) -> list[tuple[str, str]]:
    pairs = params.items() if isinstance(params, Mapping) else params
    flat: list[tuple[str, str]] = []
    for key, value in pairs:
        for one in value if isinstance(value, list | tuple) else (value,):
            if isinstance(one, bool) or not isinstance(one, str | int | float):
                raise TypeError(f"Invalid variable type: value should be str, int or float, got {one!r} of type {type(one)}")
            flat.append((key, str(one)))
    return flat


@dataclass(frozen=True)
class ClientTimeout:
    """Seconds, None for no limit."""

    total: float | None = None
    connect: float | None = None
    sock_read: float | None = None
    sock_connect: float | None = None
    ceil_threshold: float = 5


@dataclass(frozen=True)
class RequestInfo:
    """What was asked for."""

    url: URL
    method: str
    headers: CIMultiDict
    real_url: URL


@dataclass(frozen=True)
class BasicAuth:
    """A name and a password."""

    login: str
    password: str = ""
    encoding: str = "latin1"

    def encode(self) -> str:
        """The header's value."""
        return f"Basic {base64.b64encode(f'{self.login}:{self.password}'.encode(self.encoding)).decode()}"


class FormData:
    """The fields of a form. Files are left out."""

    def __init__(self, fields: object = ()) -> None:
        self.fields = _pairs(fields)

    def add_field(self, name: str, value: object, *, content_type: str | None = None, filename: str | None = None) -> None:
        """One more field."""
        if filename is not None or content_type is not None or not isinstance(value, str | int | float):
            raise NotImplementedError("Loopscope's stand-in for aiohttp sends no files (multipart/form-data)")
        self.fields.append((name, str(value)))
