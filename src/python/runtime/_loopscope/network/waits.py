"""What a task waits for that waits inside asyncio's streams, servers and sockets: in words, for the recording."""

import socket
from asyncio import base_events, selector_events, streams
from collections.abc import Callable
from types import CodeType

from .. import connections, log
from .. import vocabulary as v
from . import addresses, descriptors, operations, wire
from .origin import Origin
from .streams import Stream

type _Variables = dict[str, object]


def _peer(transport: object) -> str:
    return addresses.shown(transport.get_extra_info("peername")) if transport is not None else "a stream that has no connection"


def _reading(variables: _Variables) -> str | int:
    transport = variables["self"]._transport
    sock = transport.get_extra_info("socket") if transport is not None else None
    channel = descriptors.table.get(sock.fileno()) if sock is not None else None
    answering = channel.peer.answering if isinstance(channel, Stream) and isinstance(channel.peer, Origin) else 0
    return answering or f"read {_peer(transport)}"


def _writing(variables: _Variables) -> str:
    return f"write {_peer(getattr(variables['self'], '_transport', None))}"


def _closing(variables: _Variables) -> str:
    return f"close {_peer(variables['self']._transport)}"


def _serving(variables: _Variables) -> str:
    sockets = variables["self"]._sockets or ()
    return f"serve {', '.join(addresses.shown(sock.getsockname()) for sock in sockets)}".strip()


def _on_socket(what: str) -> Callable[[_Variables], str | int]:
    def describe(variables: _Variables) -> str | int:
        sock: socket.socket = variables["sock"]
        channel = descriptors.table.get(sock.fileno())
        if what == "connect" and isinstance(channel, Stream):
            return channel.connecting or f"connect {addresses.shown(variables['address'])}"
        return f"{what} {channel.target}" if channel is not None else what

    return describe


_DESCRIPTIONS: dict[CodeType, Callable[[_Variables], str | int]] = {
    streams.StreamReader._wait_for_data.__code__: _reading,
    streams.FlowControlMixin._drain_helper.__code__: _writing,
    streams.StreamWriter.wait_closed.__code__: _closing,
    base_events.Server.serve_forever.__code__: _serving,
    base_events.Server.wait_closed.__code__: lambda _: "close a server",
    base_events.BaseEventLoop._create_connection_transport.__code__: lambda variables: f"connect {_peername(variables)}",
    selector_events.BaseSelectorEventLoop._accept_connection2.__code__: lambda variables: f"accept {_peername(variables, 'conn')}",
    selector_events.BaseSelectorEventLoop.sock_connect.__code__: _on_socket("connect"),
    selector_events.BaseSelectorEventLoop.sock_recv.__code__: _on_socket("read"),
    selector_events.BaseSelectorEventLoop.sock_recv_into.__code__: _on_socket("read"),
    selector_events.BaseSelectorEventLoop.sock_recvfrom.__code__: _on_socket("read"),
    selector_events.BaseSelectorEventLoop.sock_sendall.__code__: _on_socket("write"),
    selector_events.BaseSelectorEventLoop.sock_sendto.__code__: _on_socket("write"),
    selector_events.BaseSelectorEventLoop.sock_accept.__code__: _on_socket("accept"),
    operations.finish.__code__: lambda variables: variables["number"],
}

_RESOURCES: dict[CodeType, Callable[[_Variables], object]] = {
    streams.StreamReader._wait_for_data.__code__: lambda variables: variables["self"]._transport,
    streams.FlowControlMixin._drain_helper.__code__: lambda variables: getattr(variables["self"], "_transport", None),
    streams.StreamWriter.wait_closed.__code__: lambda variables: variables["self"]._transport,
    base_events.Server.serve_forever.__code__: lambda variables: variables["self"],
    base_events.Server.wait_closed.__code__: lambda variables: variables["self"],
}
"""What the I/O belongs to."""

codes = tuple(_DESCRIPTIONS)
"""The coroutines of asyncio's, and of ours, in which a task waits for the network."""


def _peername(variables: _Variables, name: str = "sock") -> str:
    channel = descriptors.table.get(variables[name].fileno())
    return channel.target if isinstance(channel, Stream) else "a socket"


def io_of(code: CodeType, variables: _Variables) -> tuple[int, bool]:
    """The number of the I/O that a coroutine with this code waits for, and whether that ends with the wait."""
    description = _DESCRIPTIONS[code](variables)
    watched = not isinstance(description, int)
    number = wire.watch(description) if watched else description
    resource = connections.number_of(_RESOURCES[code](variables)) if code in _RESOURCES else 0
    if resource:
        log.emit((v.RESOURCE_IO, resource, number, 0, 0))
    return number, watched
