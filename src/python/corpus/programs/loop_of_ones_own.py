import asyncio
import threading
import time


class Impatient:
    """A selector that never waits."""

    def select(self, timeout):
        return ()


class OwnLoop(asyncio.BaseEventLoop):
    """A loop in Python alone, without sockets, that polls."""

    def __init__(self):
        super().__init__()
        self._selector = Impatient()

    def _process_events(self, events):
        """Nothing ever comes."""

    def _write_to_self(self):
        """Nobody has to wake it."""


def slow(name):
    time.sleep(0.02)
    return f"{name} in a thread: {threading.current_thread() is not threading.main_thread()}"


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, isinstance(loop, asyncio.AbstractEventLoop))
    print(await loop.run_in_executor(None, slow, "work"))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.to_thread(slow, "too slow")
    except TimeoutError:
        print("timed out")


with asyncio.Runner(loop_factory=OwnLoop) as runner:
    runner.run(main())
