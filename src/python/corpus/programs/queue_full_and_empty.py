import asyncio


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
    queue.put_nowait("a")
    await queue.put("b")
    print(queue.empty(), queue.full(), queue.qsize())
    try:
        queue.put_nowait("c")
    except asyncio.QueueFull:
        print("the queue is full")

    blocked = asyncio.create_task(queue.put("c"))
    await asyncio.sleep(0.01)
    print("put is blocked:", not blocked.done())
    print("got", await queue.get())
    await blocked
    print("got", queue.get_nowait(), queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("the queue is empty")

    for _ in range(3):
        queue.task_done()
    await queue.join()
    try:
        queue.task_done()
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())
