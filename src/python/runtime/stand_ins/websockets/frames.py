"""Frames of the WebSocket protocol: RFC 6455, section 5."""

import enum
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from .exceptions import PayloadTooBig, ProtocolError


class Opcode(enum.IntEnum):
    """What a frame holds."""

    CONT, TEXT, BINARY = 0x00, 0x01, 0x02
    CLOSE, PING, PONG = 0x08, 0x09, 0x0A


class CloseCode(enum.IntEnum):
    """Why a connection ends."""

    NORMAL_CLOSURE = 1000
    GOING_AWAY = 1001
    PROTOCOL_ERROR = 1002
    UNSUPPORTED_DATA = 1003
    NO_STATUS_RCVD = 1005
    ABNORMAL_CLOSURE = 1006
    INVALID_DATA = 1007
    POLICY_VIOLATION = 1008
    MESSAGE_TOO_BIG = 1009
    MANDATORY_EXTENSION = 1010
    INTERNAL_ERROR = 1011
    SERVICE_RESTART = 1012
    TRY_AGAIN_LATER = 1013
    BAD_GATEWAY = 1014
    TLS_HANDSHAKE = 1015


_MEANINGS = {
    1000: "OK",
    1001: "going away",
    1002: "protocol error",
    1003: "unsupported data",
    1005: "no status received [internal]",
    1006: "abnormal closure [internal]",
    1007: "invalid frame payload data",
    1008: "policy violation",
    1009: "message too big",
    1010: "mandatory extension",
    1011: "internal error",
    1012: "service restart",
    1013: "try again later",
    1014: "bad gateway",
    1015: "TLS handshake failure [internal]",
}
_INTERNAL = (CloseCode.NO_STATUS_RCVD, CloseCode.ABNORMAL_CLOSURE, CloseCode.TLS_HANDSHAKE)
_LONGEST_OF_CONTROL = 125


@dataclass
class Close:
    """What a close frame says."""

    code: int
    reason: str

    def __str__(self) -> str:
        kind = "registered" if 3000 <= self.code < 4000 else "private use" if 4000 <= self.code < 5000 else None
        text = f"{int(self.code)} ({kind or _MEANINGS.get(self.code, 'unknown')})"
        return f"{text} {self.reason}" if self.reason else text

    @classmethod
    def parse(cls, data: bytes) -> Close:
        """Raises ProtocolError."""
        if not data:
            return cls(CloseCode.NO_STATUS_RCVD, "")
        if len(data) < 2:
            raise ProtocolError("close frame too short")
        close = cls(struct.unpack("!H", data[:2])[0], data[2:].decode())
        close.check()
        return close

    def serialize(self) -> bytes:
        """The frame's content."""
        self.check()
        return struct.pack("!H", self.code) + self.reason.encode()

    def check(self) -> None:
        """Raises ProtocolError for a code that is not to be sent."""
        if (self.code not in _MEANINGS or self.code in _INTERNAL) and not 3000 <= self.code < 5000:
            raise ProtocolError("invalid status code")


@dataclass
class Frame:
    """A message, or a part of one."""

    opcode: Opcode
    data: bytes
    fin: bool = True

    def serialize(self, mask: bool) -> bytes:
        """As it is sent; clients mask what they send."""
        if self.opcode >= Opcode.CLOSE and len(self.data) > _LONGEST_OF_CONTROL:
            raise ProtocolError("control frame too long")
        size = len(self.data)
        flag = 0x80 if mask else 0
        head = bytes([(0x80 if self.fin else 0) | self.opcode])
        if size < 126:
            head += bytes([flag | size])
        elif size < 65536:
            head += struct.pack("!BH", flag | 126, size)
        else:
            head += struct.pack("!BQ", flag | 127, size)
        if not mask:
            return head + self.data
        key = os.urandom(4)
        return head + key + masked(self.data, key)


def masked(data: bytes, key: bytes) -> bytes:
    """Data under a mask, or without it again."""
    size = len(data)
    repeated = (key * (size // 4 + 1))[:size]
    return (int.from_bytes(data, "big") ^ int.from_bytes(repeated, "big")).to_bytes(size, "big")


class FrameReader:
    """Cuts what arrives into frames."""

    def __init__(self, from_client: bool, max_size: int | None) -> None:
        self._from_client = from_client
        self._max_size = max_size
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """The frames that are complete now. Raises ProtocolError and PayloadTooBig."""
        self._buffer += data
        while (frame := self._next()) is not None:
            yield frame

    def _next(self) -> Frame | None:
        buffer = self._buffer
        if len(buffer) < 2:
            return None
        first, second = buffer[:2]
        if first & 0x70:
            raise ProtocolError("reserved bits must be 0")
        try:
            opcode = Opcode(first & 0x0F)
        except ValueError:
            raise ProtocolError("invalid opcode") from None
        if bool(second & 0x80) != self._from_client:
            raise ProtocolError("incorrect masking")
        size, at = second & 0x7F, 2
        if size >= 126:
            width = 2 if size == 126 else 8
            if len(buffer) < at + width:
                return None
            size, at = int.from_bytes(buffer[at : at + width], "big"), at + width
        if opcode >= Opcode.CLOSE and (size > _LONGEST_OF_CONTROL or not first & 0x80):
            raise ProtocolError("control frame too long" if first & 0x80 else "fragmented control frame")
        if self._max_size is not None and size > self._max_size:
            raise PayloadTooBig(size, self._max_size)
        start = at + (4 if self._from_client else 0)
        if len(buffer) < start + size:
            return None
        content = bytes(buffer[start : start + size])
        if self._from_client:
            content = masked(content, bytes(buffer[at:start]))
        del buffer[: start + size]
        return Frame(opcode, content, bool(first & 0x80))
