"""httpx's exceptions."""


class HTTPError(Exception):
    """Whatever goes wrong with a request."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.request: object = None


class RequestError(HTTPError):
    """A request that could not be made."""

    def __init__(self, message: str = "", *, request: object = None) -> None:
        super().__init__(message)
        self.request = request


class TransportError(RequestError):
    """The transport failed."""


class TimeoutException(TransportError):
    """Something took too long."""


class ConnectTimeout(TimeoutException):
    """Connecting took too long."""


class ReadTimeout(TimeoutException):
    """The answer took too long."""


class PoolTimeout(TimeoutException):
    """No connection became free in time."""


class NetworkError(TransportError):
    """The network failed."""


class ConnectError(NetworkError):
    """Nobody could be reached."""


class ReadError(NetworkError):
    """The answer could not be read."""


class ProtocolError(TransportError):
    """Somebody broke the rules of HTTP."""


class RemoteProtocolError(ProtocolError):
    """The server did."""


class UnsupportedProtocol(TransportError):
    """A URL that is neither http nor https."""


class TooManyRedirects(RequestError):
    """One redirection led to the next."""


class HTTPStatusError(HTTPError):
    """A status of 400 or more."""

    def __init__(self, message: str, *, request: object, response: object) -> None:
        super().__init__(message)
        self.request = request
        self.response = response


class InvalidURL(Exception):
    """A URL that cannot be used."""


class StreamError(RuntimeError):
    """The content cannot be read (again)."""


class StreamClosed(StreamError):
    """The content was not read before the response was closed."""
