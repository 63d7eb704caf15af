"""Looking up names and ports: what stands for C's `getaddrinfo` and its relatives."""

import ipaddress
import socket

from . import addresses
from .channel import Address
from .errors import unknown_name

_SERVICES = {"ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80, "pop3": 110, "imap": 143, "https": 443}
_KINDS = ((socket.SOCK_STREAM, socket.IPPROTO_TCP), (socket.SOCK_DGRAM, socket.IPPROTO_UDP), (socket.SOCK_RAW, 0))

type _Info = tuple[int, int, int, str, Address]


def _version(host: str) -> int | None:
    """4 or 6 for an IP address, None for a name."""
    try:
        return ipaddress.ip_address(host.partition("%")[0]).version
    except ValueError:
        return None


def number_of(host: str, family: int) -> str:
    """The IP address of a host in a socket's address. Raises `gaierror`."""
    if _version(host) is not None:
        return host
    if family == socket.AF_INET6:
        return _hosts(host, family, 0)[0][1]
    return addresses.resolve(host)


def _hosts(host: str | None, family: int, flags: int) -> list[tuple[int, str]]:
    """The families and IP addresses of a host."""
    if not host:
        passive = flags & socket.AI_PASSIVE
        found = [(socket.AF_INET, "0.0.0.0" if passive else "127.0.0.1"), (socket.AF_INET6, "::" if passive else "::1")]
    elif (version := _version(host)) is not None:
        found = [(socket.AF_INET if version == 4 else socket.AF_INET6, host)]
    elif flags & socket.AI_NUMERICHOST:
        raise unknown_name()
    elif family == socket.AF_INET6 and host in addresses.LOCAL_NAMES:
        found = [(socket.AF_INET6, "::1")]
    else:
        found = [(socket.AF_INET, addresses.resolve(host))]
    matching = [entry for entry in found if family in (socket.AF_UNSPEC, entry[0])]
    if not matching:
        raise socket.gaierror(socket.EAI_ADDRFAMILY, "Address family for hostname not supported")
    return matching


def _port(port: object) -> int:
    if isinstance(port, bytes):
        port = port.decode()
    if port is None or port == "":
        return 0
    if isinstance(port, str) and not port.isdecimal():
        if port not in _SERVICES:
            raise socket.gaierror(socket.EAI_SERVICE, "Servname not supported for ai_socktype")
        return _SERVICES[port]
    return int(port)


def getaddrinfo(host: str | bytes | None, port: object, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0) -> list[_Info]:
    """Resolve host and port into addrinfo struct."""
    name = host.decode() if isinstance(host, bytes) else host
    number = _port(port)
    found: list[_Info] = []
    for version, address in _hosts(name, family, flags):
        sockaddr = (address, number, 0, 0) if version == socket.AF_INET6 else (address, number)
        canonical = name or "" if flags & socket.AI_CANONNAME and not found else ""
        found += [
            (version, kind, protocol, canonical, sockaddr)
            for kind, protocol in _KINDS
            if type in (0, kind) and (proto in (0, protocol) or kind == socket.SOCK_RAW)
        ]
    return found


def getnameinfo(sockaddr: tuple[str, int, *tuple[int, ...]], flags: int) -> tuple[str, str]:
    """Get host and port for a sockaddr."""
    host, port = sockaddr[:2]
    name = host if flags & socket.NI_NUMERICHOST else "localhost" if addresses.is_local(host) else addresses.name_of(host)
    services = {number: service for service, number in _SERVICES.items()}
    return name, str(port) if flags & socket.NI_NUMERICSERV else services.get(port, str(port))


def gethostbyname(host: str) -> str:
    """Return the IP address (a string of the form '255.255.255.255') for a host."""
    return number_of(host, socket.AF_INET) if host else "0.0.0.0"


def gethostbyname_ex(host: str) -> tuple[str, list[str], list[str]]:
    """Return the true host name, a list of aliases, and a list of IP addresses, for a host."""
    return host, [], [gethostbyname(host)]


def gethostbyaddr(host: str) -> tuple[str, list[str], list[str]]:
    """Return the true host name, a list of aliases, and a list of IP addresses, for a host."""
    address = gethostbyname(host)
    return "localhost" if addresses.is_local(address) else addresses.name_of(address), [], [address]


def gethostname() -> str:
    """Return the current host name."""
    return addresses.MACHINE


def getservbyname(service: str, _protocol: str = "tcp") -> int:
    """Return a port number from a service name and protocol name."""
    if service not in _SERVICES:
        raise OSError("service/proto not found")
    return _SERVICES[service]
