import asyncio


class Debounce:
    """Calls `func` once things have been quiet for `delay` seconds."""

    def __init__(self, func, delay):
        self.func = func
        self.delay = delay
        self.handle = None

    def __call__(self, *args):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.delay, self.func, *args)


async def type_text(search, text, pause):
    typed = ""
    for letter in text:
        typed += letter
        search(typed)
        await asyncio.sleep(pause)


async def main():
    searches = []
    search = Debounce(searches.append, 0.05)
    await type_text(search, "async", 0.005)
    await asyncio.sleep(0.1)
    await type_text(search, "io", 0.08)
    await asyncio.sleep(0.1)
    print(searches)


asyncio.run(main())
