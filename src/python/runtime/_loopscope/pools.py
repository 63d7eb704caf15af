"""Pools of connections, which stand-ins have."""

import asyncio


class ConnectionPool(asyncio.Semaphore):
    """Who may have a connection: as a semaphore, and shown as what it is."""

    part = ""
    """What it is called behind the name of what it is made with."""


class SessionPool(ConnectionPool):
    """The connections of a session that makes its own."""

    part = ".connections"
