import asyncio


class Watchdog:
    """Cancels a task that doesn't feed it in time."""

    def __init__(self, task, patience):
        self.task = task
        self.patience = patience
        self.bites = 0
        self._timer = None

    def feed(self):
        self.stop()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(self.patience, self._bite)

    def stop(self):
        if self._timer is not None:
            self._timer.cancel()

    def _bite(self):
        self.bites += 1
        self.task.cancel(msg="hungry dog")


async def job(pauses):
    dog = Watchdog(asyncio.current_task(), 0.05)
    try:
        for n, pause in enumerate(pauses):
            dog.feed()
            await asyncio.sleep(pause)
            print("step", n)
    except asyncio.CancelledError as error:
        print("bitten:", *error.args, dog.bites)
    finally:
        dog.stop()


async def main():
    await job([0.01, 0.02, 0.01])
    await job([0.01, 0.3, 0.01])


asyncio.run(main())
