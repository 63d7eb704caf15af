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
        self.turns = 0

    def _process_events(self, events):
        self.turns += 1

    def _write_to_self(self):
        pass


def slow(name):
    time.sleep(0.05)
    return f"{name} in a thread: {threading.current_thread() is not threading.main_thread()}"


async def ticker(ticks):
    while True:
        await asyncio.sleep(0)
        ticks.append(asyncio.get_running_loop().time())


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, isinstance(loop, asyncio.AbstractEventLoop))
    print(await asyncio.sleep(0.02, "slept"), "polling:", loop.turns > 100)
    print(await loop.run_in_executor(None, slow, "work"))
    print(await asyncio.gather(asyncio.to_thread(slow, "a"), asyncio.to_thread(slow, "b")))
    ticks = []
    task = asyncio.create_task(ticker(ticks))
    print(await asyncio.to_thread(slow, "beside a ticker"), len(ticks) > 10)
    task.cancel()
    try:
        async with asyncio.timeout(0.01):
            await asyncio.to_thread(slow, "too slow")
    except TimeoutError:
        print("timed out")
    threading.Timer(0.02, loop.call_soon_threadsafe, (print, "called from a timer")).start()
    await asyncio.sleep(0.1)


with asyncio.Runner(loop_factory=OwnLoop) as runner:
    runner.run(main())
