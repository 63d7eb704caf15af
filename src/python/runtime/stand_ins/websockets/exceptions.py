"""What can go wrong with a WebSocket."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._http import Response
    from .frames import Close


class WebSocketException(Exception):
    """What all of them are."""


class ConnectionClosed(WebSocketException):
    """The connection has ended."""

    def __init__(self, rcvd: Close | None, sent: Close | None, rcvd_then_sent: bool | None = None) -> None:
        super().__init__(rcvd, sent, rcvd_then_sent)
        self.rcvd = rcvd
        self.sent = sent
        self.rcvd_then_sent = rcvd_then_sent

    def __str__(self) -> str:
        if self.rcvd is None:
            return "no close frame received or sent" if self.sent is None else f"sent {self.sent}; no close frame received"
        if self.sent is None:
            return f"received {self.rcvd}; no close frame sent"
        if self.rcvd_then_sent:
            return f"received {self.rcvd}; then sent {self.sent}"
        return f"sent {self.sent}; then received {self.rcvd}"

    @property
    def code(self) -> int:
        """Why, as a number; 1006 if the other side did not say."""
        return 1006 if self.rcvd is None else self.rcvd.code

    @property
    def reason(self) -> str:
        """Why, in words."""
        return "" if self.rcvd is None else self.rcvd.reason


class ConnectionClosedOK(ConnectionClosed):
    """It has ended as both sides wished."""


class ConnectionClosedError(ConnectionClosed):
    """It has ended otherwise."""


class InvalidURI(WebSocketException):
    """This is no address of a WebSocket."""

    def __init__(self, uri: str, msg: str) -> None:
        super().__init__(uri, msg)
        self.uri = uri
        self.msg = msg

    def __str__(self) -> str:
        return f"{self.uri} isn't a valid URI: {self.msg}"


class InvalidHandshake(WebSocketException):
    """The two sides did not come to an agreement."""


class InvalidMessage(InvalidHandshake):
    """What came is not HTTP."""


class InvalidStatus(InvalidHandshake):
    """The server refuses."""

    def __init__(self, response: Response) -> None:
        super().__init__(response)
        self.response = response

    def __str__(self) -> str:
        return f"server rejected WebSocket connection: HTTP {self.response.status_code:d}"


class InvalidUpgrade(InvalidHandshake):
    """The other side does not speak this protocol."""


class NegotiationError(InvalidHandshake):
    """No subprotocol suits both."""


class ProtocolError(WebSocketException):
    """The other side breaks the rules."""


class PayloadTooBig(WebSocketException):
    """A message is larger than allowed."""

    def __init__(self, size: int, max_size: int) -> None:
        super().__init__(size, max_size)
        self.size = size
        self.max_size = max_size

    def __str__(self) -> str:
        return f"frame with {self.size} bytes exceeds limit of {self.max_size} bytes"


class InvalidState(WebSocketException, AssertionError):
    """This cannot be done now."""


class ConcurrencyError(WebSocketException, RuntimeError):
    """Two coroutines want to receive at once."""
