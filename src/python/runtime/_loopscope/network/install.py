"""Puts the simulated network in the place of C's, beneath CPython's own modules."""

import _socket
import asyncio
import importlib
import selectors
import socket
import ssl
from asyncio import streams

from . import descriptors, errors, names, sockets, world
from .selector import EpollSelector
from .streams import pair

_CONSTANTS = {
    "AF_UNIX": sockets.AF_UNIX,
    "INADDR_ANY": 0,
    "INADDR_BROADCAST": 0xFFFFFFFF,
    "INADDR_LOOPBACK": 0x7F000001,
    "IPV6_V6ONLY": 26,
    "SOMAXCONN": 4096,
    "SO_REUSEADDR": 2,
    "SO_REUSEPORT": 15,
}
"""Linux's numbers of what Emscripten leaves out."""


def _socketpair(family: int | None = None, type: int = socket.SOCK_STREAM, proto: int = 0) -> tuple[sockets.Socket, sockets.Socket]:
    """Create a pair of socket objects from the sockets returned by the platform socketpair() function."""
    if type != socket.SOCK_STREAM:
        raise NotImplementedError("Loopscope does not simulate a socketpair of datagrams")
    one, other = (_socket.socket(fileno=descriptors.open_channel(end)) for end in pair(family or sockets.AF_UNIX))
    return one, other


def _dup(fd: int) -> int:
    """Return a duplicate of a socket's file descriptor."""
    return descriptors.open_channel(descriptors.channel_of(fd))


def _set_default_timeout(timeout: float | None) -> None:
    """Set the default timeout in seconds (float) for new socket objects."""
    sockets.default_timeout = None if timeout is None else float(timeout)


def _get_default_timeout() -> float | None:
    """Returns the default timeout in seconds (float) for new socket objects."""
    return sockets.default_timeout


def _as_it_is(_: ssl.SSLContext, sock: socket.socket, *__: object, **___: object) -> socket.socket:
    """Nothing is encrypted where nothing leaves the machine: the socket stays what it is."""
    return sock


def install() -> None:
    """To be called before the program is there: modules that have taken names from `socket` keep C's."""
    errors.install()
    for name, value in _CONSTANTS.items():
        setattr(_socket, name, value)
    _socket.socket = _socket.SocketType = sockets.Socket
    _socket.socketpair = _socketpair
    _socket.dup = _dup
    _socket.close = descriptors.close_descriptor
    _socket.setdefaulttimeout = _set_default_timeout
    _socket.getdefaulttimeout = _get_default_timeout
    for function in (
        names.getaddrinfo,
        names.getnameinfo,
        names.gethostbyname,
        names.gethostbyname_ex,
        names.gethostbyaddr,
        names.gethostname,
        names.getservbyname,
    ):
        setattr(_socket, function.__name__, function)
    importlib.reload(socket)
    world.install()
    ssl.SSLContext.wrap_socket = _as_it_is
    for name in ("DefaultSelector", "EpollSelector", "PollSelector", "SelectSelector"):
        setattr(selectors, name, EpollSelector)
    # asyncio has its functions for Unix sockets only where `socket` knew of them.
    importlib.reload(streams)
    for name in streams.__all__:
        setattr(asyncio, name, getattr(streams, name))
    asyncio.__all__ += tuple(name for name in streams.__all__ if name not in asyncio.__all__)
