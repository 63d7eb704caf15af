"""Sessions of stand-ins for HTTP libraries, as resources: their requests in flight."""

import sys

from . import log, naming, places, resources, stand_ins
from . import vocabulary as v
from .log import emit

_SESSION = v.RESOURCE_KINDS.index("Session")


class Session:
    """What a session shows of itself. Made in the `__init__` of what stands for it."""

    def __init__(self, base_url: str) -> None:
        caller = sys._getframe(1)
        while caller is not None and caller.f_code.co_filename.startswith(stand_ins.FOLDER):
            caller = caller.f_back
        user = places.user_frame(caller)
        self._number = resources.next_number()
        name = naming.name_of_new(user if user is caller else None, "Session")
        emit((v.RESOURCE, self._number, _SESSION, log.text(name), 0 if user is None else places.site(user)))
        if base_url:
            emit((v.ADDRESS, self._number, log.text(base_url), 0, 0))
        self._in_flight = 0
        self._made = 0
        self._closed = False

    def begin(self, request: str) -> int:
        """A request begins; answers its number."""
        item = resources.next_item()
        emit((v.ITEM_PUT, self._number, item, log.text(request), -1))
        self._made += 1
        self._count(1)
        return item

    def end(self, item: int) -> None:
        """A request is over, well or not."""
        emit((v.ITEM_GOT, self._number, item, 0, 0))
        self._count(-1)

    def _count(self, change: int) -> None:
        self._in_flight += change
        emit((v.LEVEL, self._number, self._in_flight, 0, self._made))

    def close(self) -> None:
        """Nothing can be asked through it any more."""
        if not self._closed:
            self._closed = True
            emit((v.CLOSED, self._number, 0, 0, 0))
