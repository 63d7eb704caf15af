import asyncio
from collections import Counter

DOCUMENTS = [
    "the cat sat on the mat",
    "the dog sat on the log",
    "a cat and a dog",
    "the end",
]


async def count_words(text):
    await asyncio.sleep(0.001 * len(text))
    return Counter(text.split())


async def reduce_all(counters):
    counters = list(counters)
    while len(counters) > 1:
        pairs = [counters[i : i + 2] for i in range(0, len(counters), 2)]
        counters = await asyncio.gather(*(merge(*pair) for pair in pairs))
        print("merged into", len(counters))
    return counters[0]


async def merge(first, second=Counter()):
    await asyncio.sleep(0.001)
    return first + second


async def main():
    counts = await asyncio.gather(*map(count_words, DOCUMENTS))
    total = await reduce_all(counts)
    for word, count in sorted(total.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"{word:<4}{count}")


asyncio.run(main())
