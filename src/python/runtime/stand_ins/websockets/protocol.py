"""The states of a connection."""

import enum


class State(enum.IntEnum):
    """How far a connection is."""

    CONNECTING, OPEN, CLOSING, CLOSED = range(4)


CONNECTING, OPEN, CLOSING, CLOSED = State.CONNECTING, State.OPEN, State.CLOSING, State.CLOSED
