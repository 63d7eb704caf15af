import asyncio


class Mailbox:
    """Holds one letter at a time."""

    def __init__(self):
        self.letter = None
        self.changed = asyncio.Condition()

    async def post(self, letter):
        async with self.changed:
            await self.changed.wait_for(lambda: self.letter is None)
            self.letter = letter
            print("posted", letter)
            self.changed.notify_all()

    async def collect(self):
        async with self.changed:
            while self.letter is None:
                await self.changed.wait()
            letter, self.letter = self.letter, None
            self.changed.notify_all()
            return letter


async def postman(box):
    for letter in ("bill", "postcard", "invitation"):
        await box.post(letter)


async def main():
    box = Mailbox()
    task = asyncio.create_task(postman(box))
    for _ in range(3):
        print("collected", await box.collect())
    await task
    try:
        box.changed.notify()
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
