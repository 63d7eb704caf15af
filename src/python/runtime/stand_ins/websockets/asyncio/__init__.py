"""WebSockets on asyncio."""


def __getattr__(name: str) -> object:
    raise AttributeError(f"Loopscope's stand-in for websockets.asyncio has no {name!r}")
