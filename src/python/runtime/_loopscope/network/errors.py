"""The errors of Linux's sockets. Emscripten numbers them differently, and programs print the numbers."""

import errno
import gc
import socket

_ERRORS: dict[str, tuple[int, type[OSError], str]] = {
    "EAGAIN": (11, BlockingIOError, "Resource temporarily unavailable"),
    "EPIPE": (32, BrokenPipeError, "Broken pipe"),
    "EDESTADDRREQ": (89, OSError, "Destination address required"),
    "EMSGSIZE": (90, OSError, "Message too long"),
    "ENOPROTOOPT": (92, OSError, "Protocol not available"),
    "EOPNOTSUPP": (95, OSError, "Operation not supported"),
    "EAFNOSUPPORT": (97, OSError, "Address family not supported by protocol"),
    "EADDRINUSE": (98, OSError, "Address already in use"),
    "EADDRNOTAVAIL": (99, OSError, "Cannot assign requested address"),
    "ENETUNREACH": (101, OSError, "Network is unreachable"),
    "ECONNABORTED": (103, ConnectionAbortedError, "Software caused connection abort"),
    "ECONNRESET": (104, ConnectionResetError, "Connection reset by peer"),
    "EISCONN": (106, OSError, "Transport endpoint is already connected"),
    "ENOTCONN": (107, OSError, "Transport endpoint is not connected"),
    "ETIMEDOUT": (110, TimeoutError, "Connection timed out"),
    "ECONNREFUSED": (111, ConnectionRefusedError, "Connection refused"),
    "EHOSTUNREACH": (113, OSError, "No route to host"),
    "EALREADY": (114, BlockingIOError, "Operation already in progress"),
    "EINPROGRESS": (115, BlockingIOError, "Operation now in progress"),
}
_OTHERS: dict[str, tuple[int, type[OSError], str]] = {
    "ENOENT": (2, FileNotFoundError, "No such file or directory"),
    "EBADF": (9, OSError, "Bad file descriptor"),
    "EINVAL": (22, OSError, "Invalid argument"),
}
"""Errors of files too: `errno` keeps Emscripten's numbers for them, by which Pyodide's own files go."""


def error(name: str) -> OSError:
    """The exception that a call on a socket raises on Linux."""
    number, kind, text = (_ERRORS | _OTHERS)[name]
    return kind(number, text)


def number(name: str) -> int:
    """What `getsockopt(SOL_SOCKET, SO_ERROR)` answers for an error; 0 for the empty name."""
    return _ERRORS[name][0] if name else 0


def unknown_name() -> socket.gaierror:
    """The exception of `getaddrinfo` for a name that nobody knows."""
    return socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def install() -> None:
    """Has `errno` know Linux's numbers of these errors, and `OSError(number, …)` the class that belongs to each."""
    by_number = next(it for it in gc.get_referrers(ConnectionRefusedError) if type(it) is dict and errno.ECONNREFUSED in it)
    for name, (linux, kind, _) in _ERRORS.items():
        errno.errorcode.pop(getattr(errno, name), None)
        setattr(errno, name, linux)
        errno.errorcode[linux] = name
        if kind is not OSError:
            by_number.setdefault(linux, kind)
    errno.EWOULDBLOCK = errno.EAGAIN
