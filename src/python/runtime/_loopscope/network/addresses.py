"""Names, addresses and ports: who is this machine, and which channel has which address."""

import socket
from ipaddress import ip_address
from zlib import crc32

from .channel import Address, Channel
from .errors import error, unknown_name

LOCAL_NAMES = frozenset({"localhost", "ip6-localhost", "localhost.localdomain", "loopscope"})
MACHINE = "loopscope"
_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}
_FIRST_PORT = 49152
_PORTS = 65536 - _FIRST_PORT
_BENCHMARKING = (198 << 24) + (18 << 16)
"""198.18.0.0/15, which no host on the Internet has (RFC 2544): where names of the simulated world lead."""

type _Key = tuple[int, int, str, int]

_bound: dict[_Key, Channel] = {}
_unix: dict[tuple[int, str | bytes], Channel] = {}
_next_port = _FIRST_PORT
_names: dict[str, str] = {}
"""The names of the addresses that were looked up."""


def resolve(name: str) -> str:
    """The IPv4 address of a name, the same in every run. Raises `gaierror` for what cannot be a name."""
    if name in LOCAL_NAMES:
        return "127.0.0.1"
    look_up(name)
    if name.endswith(".invalid") or name == "invalid" or not name or " " in name:
        raise unknown_name()
    number = _BENCHMARKING + crc32(name.encode()) % (1 << 17)
    while _names.setdefault(address := str(ip_address(number)), name) != name:
        number = _BENCHMARKING + (number + 1) % (1 << 17)
    return address


def look_up(_: str) -> None:
    """Raises `gaierror` if the conditions make a name unknown; the world puts its own in this place."""


def name_of(address: str) -> str:
    """The name under which an address was looked up, or the address itself."""
    return _names.get(address, address)


def is_local(host: str) -> bool:
    """Whether an IP address is this machine's own."""
    return host.startswith("127.") or host in ("::1", "0.0.0.0", "::")


def shown(address: Address) -> str:
    """An address as people write it: "127.0.0.1:8888"."""
    if isinstance(address, tuple):
        host = name_of(str(address[0]))
        return f"[{host}]:{address[1]}" if ":" in host else f"{host}:{address[1]}"
    return str(address or "a nameless socket")


def bind(channel: Channel, address: Address) -> None:
    """Gives a channel its address; port 0 asks for a free one. Raises EADDRINUSE and EADDRNOTAVAIL."""
    if channel.local is not None:
        raise error("EINVAL")
    if channel.family == socket.AF_UNIX:
        if _unix.setdefault((channel.kind, address), channel) is not channel:
            raise error("EADDRINUSE")
        channel.local = address
        return
    host, port = str(address[0]), int(address[1])
    if not is_local(host):
        raise error("EADDRNOTAVAIL")
    port = port or _free_port(channel, host)
    if _taken(channel, host, port):
        raise error("EADDRINUSE")
    _bound[channel.family, channel.kind, host, port] = channel
    channel.local = _sockaddr(channel.family, host, port)


def release(channel: Channel) -> None:
    """Frees the address of a channel."""
    for table in (_bound, _unix):
        for key in [key for key, owner in table.items() if owner is channel]:
            del table[key]


def local_for(channel: Channel) -> Address:
    """An address for a channel that connects without one."""
    host = "::1" if channel.family == socket.AF_INET6 else "127.0.0.1"
    return _sockaddr(channel.family, host, _free_port(channel, host))


def owner(family: int, kind: int, address: Address) -> Channel | None:
    """The channel that has an address, or listens on all addresses."""
    if family == socket.AF_UNIX:
        return _unix.get((kind, address))
    host, port = _ANY.get(str(address[0]), str(address[0])), int(address[1])
    everywhere = "::" if family == socket.AF_INET6 else "0.0.0.0"
    return _bound.get((family, kind, host, port)) or _bound.get((family, kind, everywhere, port))


def destination(address: Address) -> Address:
    """The address that a connection to `address` leads to: "any address" is this machine."""
    if isinstance(address, tuple) and str(address[0]) in _ANY:
        return (_ANY[str(address[0])], *address[1:])
    return address


def _sockaddr(family: int, host: str, port: int) -> Address:
    return (host, port, 0, 0) if family == socket.AF_INET6 else (host, port)


def _free_port(channel: Channel, host: str) -> int:
    global _next_port
    for _ in range(_PORTS):
        port = _next_port
        _next_port = _FIRST_PORT + (port + 1 - _FIRST_PORT) % _PORTS
        if not _taken(channel, host, port):
            return port
    raise error("EADDRINUSE")


def _taken(channel: Channel, host: str, port: int) -> bool:
    family, kind = channel.family, channel.kind
    everywhere = "::" if family == socket.AF_INET6 else "0.0.0.0"
    if host == everywhere:
        return any(key[0] == family and key[1] == kind and key[3] == port for key in _bound)
    return (family, kind, host, port) in _bound or (family, kind, everywhere, port) in _bound
