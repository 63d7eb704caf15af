"""The same three downloads twice: one after the other, then together."""

import asyncio
import time


async def download(name, seconds):
    await asyncio.sleep(seconds)  # waiting for a server, not computing
    return f"{name}: {seconds} s"


async def one_after_the_other():
    # Each await waits for the end before the next download even starts.
    print(await download("news", 0.3))
    print(await download("mail", 0.2))
    print(await download("weather", 0.1))


async def together():
    # create_task starts each download; the awaits only collect the results.
    news = asyncio.create_task(download("news", 0.3))
    mail = asyncio.create_task(download("mail", 0.2))
    weather = asyncio.create_task(download("weather", 0.1))
    print(await news)
    print(await mail)
    print(await weather)


async def main():
    for way in (one_after_the_other, together):
        start = time.monotonic()
        await way()
        print(f"{way.__name__}: {time.monotonic() - start:.1f} s in all\n")


asyncio.run(main())
