"""Crawl four pages, never more than two at a time, and save what comes back."""

import asyncio

sem = asyncio.Semaphore(2)  # two permits: at most two requests at once


async def fetch(url, out):
    async with sem:  # no permit free? Then the task waits here.
        print("GET", url)
        await asyncio.sleep(0.3)  # the network takes its time
        await out.put(url)  # no slot free? Then it waits here.


async def save(out):
    while (page := await out.get()) is not None:
        await asyncio.sleep(0.4)  # the disk is slower than the network
        print("saved", page)


async def main():
    out = asyncio.Queue(maxsize=2)
    saver = asyncio.create_task(save(out))
    print("crawling 4 pages")
    async with asyncio.TaskGroup() as tg:
        for n in range(4):
            tg.create_task(fetch(f"/{n}", out))
    # Here every fetch is done: a TaskGroup waits for all its tasks.
    await out.put(None)  # tells the saver that nothing more will come
    await saver
    print("done")


asyncio.run(main())
