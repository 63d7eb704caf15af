"""asyncio's servers and connections as resources: where they lead, what has come, what is on its way, and when they close."""

from asyncio import base_events, selector_events, streams
from collections.abc import Callable
from types import CodeType, FrameType
from weakref import ref

from . import log, naming, places, resources, stand_ins
from . import vocabulary as v
from .log import emit
from .network import addresses, descriptors
from .network.streams import Stream
from .registry import Registry

_SERVER, _CONNECTION = (v.RESOURCE_KINDS.index(name) for name in ("Server", "Connection"))
_ASYNCIO = base_events.__file__.removesuffix("base_events.py")
_OWN_FOLDER = __file__.removesuffix("connections.py")
_WEBSOCKETS = f"{stand_ins.FOLDER}websockets/"
"""The stand-in that hands its connections to the user; those of others are their sessions' own affair."""


class _Record:
    """What is known about a server or a connection."""

    __slots__ = ("closed", "levels", "name", "number", "shown", "site")

    def __init__(self, number: int, name: str, site: int, shown: bool) -> None:
        self.number = number
        self.name = name
        self.site = site
        self.shown = shown
        """Whether a server's connections are shown."""
        self.levels = (0, 0)
        """Of a server, how many connections are open and how many it accepted; of a connection, bytes unread and under way."""
        self.closed = False


_registry: Registry[object, _Record] = Registry()
_find = _registry.find


def number_of(thing: object) -> int:
    """The number of a server or a transport; 0 for one that is not shown."""
    record = _find(id(thing))
    return 0 if record is None else record.number


def _create(thing: object, kind: int, name: str, site: int, shown: bool = True) -> _Record:
    number = resources.next_number()
    emit((v.RESOURCE, number, kind, log.text(name), site))
    return _registry.add(thing, _Record(number, name, site, shown))


def _set_levels(record: _Record, value: int, unfinished: int) -> None:
    if record.levels != (value, unfinished):
        record.levels = value, unfinished
        emit((v.LEVEL, record.number, value, 0, unfinished))


def _close(thing: object) -> None:
    record = _find(id(thing))
    if record is not None and not record.closed:
        record.closed = True
        emit((v.CLOSED, record.number, 0, 0, 0))


def _maker(frame: FrameType) -> FrameType | None:
    """Who has asked asyncio for what it makes: a frame of the user's or of a stand-in's, or none."""
    caller: FrameType | None = frame
    while caller is not None and caller.f_code.co_filename.startswith((_ASYNCIO, _OWN_FOLDER)):
        caller = caller.f_back
    return caller


def _hands_over(maker: FrameType | None) -> bool:
    return maker is not None and maker.f_code.co_filename.startswith(_WEBSOCKETS)


def _served(frame: FrameType, _: object) -> None:
    server: base_events.Server = frame.f_locals["self"]
    if _find(id(server)) is not None:
        return
    maker = _maker(frame)
    user = places.user_frame(frame)
    shown = user is maker or _hands_over(maker)
    name = naming.name_of_new(user if shown else None, "Server")
    record = _create(server, _SERVER, name, 0 if user is None else places.site(user), shown)
    where = ", ".join(addresses.shown(sock.getsockname()) for sock in server._sockets)
    emit((v.ADDRESS, record.number, log.text(where), 0, 0))


def _detached(frame: FrameType, _: object) -> None:
    server = frame.f_locals["self"]
    record = _find(id(server))
    if record is not None:
        _set_levels(record, len(server._clients), record.levels[1])


def _server_closed(frame: FrameType, _: object) -> None:
    _close(frame.f_locals["self"])


def _connected(frame: FrameType, _: object) -> None:
    transport = frame.f_locals["self"]
    server = transport._server
    if server is None:
        maker = _maker(frame)
        shown = _hands_over(maker)
        if maker is not None and maker.f_code.co_filename.startswith(stand_ins.FOLDER) and not shown:
            return
        user = places.user_frame(frame)
        name = naming.name_of_new(user if shown or user is maker else None, "Connection")
        record = _create(transport, _CONNECTION, name, 0 if user is None else places.site(user))
    else:
        accepting = _find(id(server))
        if accepting is None:
            return
        _set_levels(accepting, len(server._clients), accepting.levels[1] + 1)
        if not accepting.shown:
            return
        record = _create(transport, _CONNECTION, f"{accepting.name} #{accepting.levels[1]}", accepting.site)
    emit((v.ADDRESS, record.number, log.text(addresses.shown(transport._extra["peername"])), 0, 0))
    channel = descriptors.table.get(transport._sock_fd)
    if isinstance(channel, Stream):
        known = ref(transport)
        channel.on_landing(lambda: _look(known()))


def _look(transport: object) -> None:
    """Records how many bytes are unread, and how many under way, if that has changed."""
    record = _find(id(transport))
    if record is None or record.closed:
        return
    channel = descriptors.table.get(transport._sock_fd)
    if not isinstance(channel, Stream):
        return
    protocol = transport._protocol
    reader = protocol._stream_reader if isinstance(protocol, streams.StreamReaderProtocol) else None
    unread = channel.unread + (0 if reader is None else len(reader._buffer))
    _set_levels(record, unread, sum(map(len, transport._buffer)) + channel.under_way)


def _moved(frame: FrameType, _: object) -> None:
    _look(frame.f_locals["self"])


def _read(frame: FrameType, _: object) -> None:
    _look(frame.f_locals["self"]._transport)


def _lost(frame: FrameType, _: object) -> None:
    _close(frame.f_locals["self"])


_TRANSPORT = selector_events._SelectorSocketTransport

RETURNS: dict[CodeType, Callable[[FrameType, object], None]] = {
    base_events.Server._start_serving.__code__: _served,
    base_events.Server._detach.__code__: _detached,
    base_events.Server.close.__code__: _server_closed,
    _TRANSPORT.__init__.__code__: _connected,
    _TRANSPORT.write.__code__: _moved,
    _TRANSPORT.writelines.__code__: _moved,
    _TRANSPORT._write_sendmsg.__code__: _moved,
    _TRANSPORT._write_send.__code__: _moved,
    _TRANSPORT._call_connection_lost.__code__: _lost,
    selector_events._SelectorTransport._call_connection_lost.__code__: _lost,
    streams.StreamReader.feed_data.__code__: _read,
    streams.StreamReader._maybe_resume_transport.__code__: _read,
}
"""What to do when one of asyncio's methods has returned."""
