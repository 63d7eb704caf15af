import asyncio
import sys


async def shout(word, delay):
    await asyncio.sleep(delay)
    print(word.upper())


async def main(words):
    await asyncio.gather(*(shout(word, 0.01 * len(word)) for word in words))


if __name__ == "__main__":
    print("arguments:", sys.argv[1:])
    asyncio.run(main(sys.argv[1:] or ["three", "two", "a"]))
