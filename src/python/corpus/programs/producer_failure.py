import asyncio


async def producer(queue):
    for n in range(5):
        if n == 3:
            raise OSError("sensor unplugged")
        await queue.put(n)
        await asyncio.sleep(0.01)


async def consumer(queue):
    try:
        while True:
            print("read", await queue.get())
            queue.task_done()
    finally:
        print("consumer ends with", queue.qsize(), "left")


async def main():
    queue = asyncio.Queue()
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(producer(queue))
            tg.create_task(consumer(queue))
    except* OSError as group:
        print("stopped:", *group.exceptions)


asyncio.run(main())
