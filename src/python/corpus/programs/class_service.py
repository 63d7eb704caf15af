import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-7s %(name)s: %(message)s")


class Service:
    def __init__(self, name, interval):
        self.log = logging.getLogger(name)
        self.interval = interval
        self._task = None
        self._stopping = asyncio.Event()
        self.runs = 0

    async def __aenter__(self):
        self._task = asyncio.create_task(self._run(), name=self.log.name)
        self.log.info("started")
        return self

    async def __aexit__(self, *exc):
        self._stopping.set()
        await self._task
        self.log.info("stopped after %d runs", self.runs)

    async def _run(self):
        while not self._stopping.is_set():
            self.runs += 1
            try:
                await self.tick()
            except Exception as error:
                self.log.error("tick failed: %s", error)
            try:
                await asyncio.wait_for(self._stopping.wait(), self.interval)
            except TimeoutError:
                self.log.debug("next round")

    async def tick(self):
        raise NotImplementedError


class Poller(Service):
    async def tick(self):
        if self.runs == 2:
            raise ConnectionError("no route to host")
        self.log.warning("poll %d", self.runs)


async def main():
    async with Poller("poller", 0.06):
        await asyncio.sleep(0.21)


asyncio.run(main())
