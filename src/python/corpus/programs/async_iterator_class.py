import asyncio


class Pages:
    """Iterates over the pages of a paginated API."""

    def __init__(self, items, per_page):
        self.items = items
        self.per_page = per_page
        self.requests = 0

    def __aiter__(self):
        self.position = 0
        return self

    async def __anext__(self):
        if self.position >= len(self.items):
            raise StopAsyncIteration
        await asyncio.sleep(0.01)
        self.requests += 1
        page = self.items[self.position : self.position + self.per_page]
        self.position += self.per_page
        return page


class Lazy:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0.01).__await__()
        return self.value


async def main():
    pages = Pages(list("abcdefgh"), per_page=3)
    async for page in pages:
        print(page)
    else:
        print("no more pages")
    print("requests:", pages.requests)
    print(await Lazy("awaited an object of a class"))

    try:
        async for _ in [1, 2, 3]:
            pass
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
