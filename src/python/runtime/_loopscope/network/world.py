"""The network's part of the conditions, and the hosts that the program does not serve itself."""

import ipaddress
import json
from collections.abc import Callable
from random import Random

from . import addresses, routes, streams, wire
from .channel import Address
from .errors import unknown_name
from .origin import Origin
from .routes import Route
from .streams import Stream

_PORTS = {80: "http", 443: "https", 8000: "http", 8080: "http", 8443: "https"}
"""On which ports hosts of the world listen, besides those that routes name."""
_unreachable: frozenset[str] = frozenset()


def set_conditions(text: str, seed: int) -> None:
    """Takes the conditions as JSON: see `NetworkSchema` in src/model/network.ts, where they are checked."""
    global _unreachable
    given = json.loads(text)
    conditions = wire.conditions
    conditions.latency = round(given["latency"] * 1e6)
    conditions.bandwidth = round(given["bandwidth"])
    conditions.loss = given["loss"]
    conditions.random = Random(seed)
    _unreachable = frozenset(given["unreachable"])
    routes.routes[:] = [Route(**route) for route in given["routes"]]


def look_up(name: str) -> None:
    """Raises `gaierror` if the conditions make the name unknown."""
    if routes.host_failure(name) == "dns":
        raise unknown_name()


def reachable(host: str) -> bool:
    """Whether a host is there at all: private addresses and those of documentation have nobody behind them."""
    if host in _unreachable or addresses.name_of(host) in _unreachable:
        return False
    return addresses.name_of(host) != host or not ipaddress.ip_address(host).is_private


def served_port(host: str, port: int) -> bool:
    """Whether a host of the world listens on a port."""
    return port in _PORTS or any(":" in route.host and route.covers_host(host, port) for route in routes.routes)


def _connect(stream: Stream, address: Address) -> tuple[int | None, Callable[[], str]]:
    """What happens to an attempt to connect to the world."""
    number, port = str(address[0]), int(address[1])
    host = addresses.name_of(number)
    failure = routes.host_failure(host, port)

    def accepted() -> str:
        if failure == "refused" or not served_port(host, port):
            return "ECONNREFUSED"
        stream.link(Origin(stream, _PORTS.get(port, "http"), host if port in (80, 443) else f"{host}:{port}"), address)
        return ""

    return None if failure == "timeout" or not reachable(number) else wire.round_trip(), accepted


def install() -> None:
    """Puts the world behind the sockets."""
    streams.outside = _connect
    addresses.look_up = look_up
