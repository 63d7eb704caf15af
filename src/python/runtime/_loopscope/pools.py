"""Pools of connections, which stand-ins have."""

import asyncio


class ConnectionPool(asyncio.Semaphore):
    """Who may have a connection: as a semaphore, and shown as what it is."""
