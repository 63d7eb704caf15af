import asyncio


class Server:
    def __init__(self):
        self.requests = set()
        self.closing = False

    def handle(self, number):
        if self.closing:
            print("refused", number)
            return
        task = asyncio.create_task(self.process(number), name=f"request {number}")
        self.requests.add(task)
        task.add_done_callback(self.requests.discard)

    async def process(self, number):
        try:
            await asyncio.sleep(0.06 * number)
            print("answered", number)
        except asyncio.CancelledError:
            print("dropped", number)
            raise

    async def shutdown(self, grace):
        self.closing = True
        print("shutting down,", len(self.requests), "in flight")
        if self.requests:
            _, pending = await asyncio.wait(self.requests, timeout=grace)
            pending = sorted(pending, key=asyncio.Task.get_name)
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
        print("left:", len(self.requests))


async def main():
    server = Server()
    for number in range(1, 6):
        server.handle(number)
    await asyncio.sleep(0.09)
    shutdown = asyncio.create_task(server.shutdown(0.12))
    await asyncio.sleep(0)
    server.handle(6)
    await shutdown


asyncio.run(main())
