"""A selector that is ready in the order in which Linux's epoll would be: what became ready first comes first."""

import selectors
from typing import override

from . import blocking, descriptors
from .channel import READ, WRITE
from .descriptors import channel_of


class EpollSelector(selectors._BaseSelectorImpl):
    """Watches simulated sockets; level-triggered, as asyncio uses epoll."""

    def __init__(self) -> None:
        super().__init__()
        self._woken: dict[int, None] = {}
        """epoll's list of what may be ready (`rdllist` in Linux's fs/eventpoll.c)."""
        self._watchers: blocking.Watchers = []

    @override
    def register(self, fileobj: object, events: int, data: object = None) -> selectors.SelectorKey:
        key = super().register(fileobj, events, data)
        try:
            channel = channel_of(key.fd)
        except OSError:
            super().unregister(fileobj)
            raise
        channel.watchers.append((self, key.fd))
        self._look(key)
        return key

    @override
    def unregister(self, fileobj: object) -> selectors.SelectorKey:
        key = super().unregister(fileobj)
        self._woken.pop(key.fd, None)
        self._leave(key.fd)
        return key

    @override
    def close(self) -> None:
        for fd in self._fd_to_key:
            self._leave(fd)
        self._woken.clear()
        super().close()

    def _leave(self, fd: int) -> None:
        """Watches no more. A descriptor that was closed may be another socket's by now, which this has never watched."""
        channel = descriptors.table.get(fd)
        if channel is not None:
            channel.watchers[:] = [watcher for watcher in channel.watchers if watcher != (self, fd)]

    @override
    def modify(self, fileobj: object, events: int, data: object = None) -> selectors.SelectorKey:
        old = self.get_key(fileobj)
        key = old._replace(events=events, data=data)
        self._fd_to_key[key.fd] = key
        if events != old.events:
            self._look(key)
        return key

    def _look(self, key: selectors.SelectorKey) -> None:
        """As epoll_ctl does: what is ready already joins the list."""
        if channel_of(key.fd).events() & key.events:
            self._woken.setdefault(key.fd)

    def woken(self, fd: int, events: int) -> None:
        """A channel has changed."""
        if self._fd_to_key[fd].events & events:
            self._woken.setdefault(fd)
            for watcher, _ in list(self._watchers):
                watcher.woken(fd, events)

    def poll(self) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready now. It stays in the list, behind what is not, until it is found not to be ready."""
        woken, self._woken = self._woken, {}
        ready = []
        for fd in woken:
            key = self._fd_to_key[fd]
            channel = descriptors.table.get(fd)
            events = channel.events() & key.events if channel is not None else 0
            if events:
                self._woken.setdefault(fd)
                ready.append((key, events))
        return ready

    def anything(self) -> bool:
        """Whether something is ready now."""
        table, keys = descriptors.table, self._fd_to_key
        return any(fd in table and table[fd].events() & keys[fd].events for fd in self._woken)

    @override
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """As called outside an event loop: holds whoever calls until something is ready."""
        try:
            blocking.wait(self.anything, timeout, "select()", self._watchers)
        except TimeoutError:
            return []
        return self.poll()


assert (READ, WRITE) == (selectors.EVENT_READ, selectors.EVENT_WRITE)
