import asyncio
from collections import OrderedDict


class AsyncLRU:
    def __init__(self, size):
        self.size = size
        self.entries = OrderedDict()
        self.lock = asyncio.Lock()
        self.hits = self.misses = 0

    async def get(self, key, load):
        async with self.lock:
            if key in self.entries:
                self.hits += 1
                self.entries.move_to_end(key)
                return self.entries[key]
            self.misses += 1
            value = self.entries[key] = await load(key)
            if len(self.entries) > self.size:
                evicted, _ = self.entries.popitem(last=False)
                print("evict", evicted)
            return value


async def load(key):
    print("load", key)
    await asyncio.sleep(0.01)
    return key * key


async def main():
    cache = AsyncLRU(2)
    print(await asyncio.gather(*(cache.get(key, load) for key in (1, 2, 1, 3, 1, 2))))
    print(f"{cache.hits} hits, {cache.misses} misses, kept {list(cache.entries)}")


asyncio.run(main())
