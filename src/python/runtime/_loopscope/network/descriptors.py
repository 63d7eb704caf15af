"""File descriptors of sockets: numbers for channels, the lowest free one first, as POSIX has it."""

from .channel import Channel
from .errors import error

_FIRST = 6
"""What comes next in a process whose loop has its epoll instance (3) and the two ends of its wakeup socket (4, 5)."""

table: dict[int, Channel] = {}


def open_channel(channel: Channel) -> int:
    """Gives a channel one more descriptor."""
    fd = _FIRST
    while fd in table:
        fd += 1
    table[fd] = channel
    channel.descriptors += 1
    return fd


def channel_of(fd: int) -> Channel:
    """The channel of a descriptor. Raises EBADF for one that is not open."""
    channel = table.get(fd)
    if channel is None:
        raise error("EBADF")
    return channel


def close_descriptor(fd: int) -> None:
    """Closes a descriptor, and with its last one the channel. Raises EBADF for one that is not open."""
    channel = channel_of(fd)
    del table[fd]
    channel.watchers[:] = [watcher for watcher in channel.watchers if watcher[1] != fd]
    channel.descriptors -= 1
    if not channel.descriptors:
        channel.close()
