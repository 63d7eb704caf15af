import asyncio


async def mirror(name, delay):
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print("cancelled", name)
        raise


async def main():
    tasks = [
        asyncio.create_task(mirror("berlin", 0.08), name="berlin"),
        asyncio.create_task(mirror("lagos", 0.02), name="lagos"),
        asyncio.create_task(mirror("osaka", 0.05), name="osaka"),
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("winner:", done.pop().result())
    print("pending:", sorted(task.get_name() for task in pending))
    for task in tasks:
        task.cancel()
    done, pending = await asyncio.wait(tasks)
    print(len(done), "done", len(pending), "pending", [task.cancelled() for task in tasks])

    done, pending = await asyncio.wait([asyncio.create_task(mirror("late", 1))], timeout=0.01)
    print("timeout:", len(done), len(pending))
    for task in pending:
        task.cancel()


asyncio.run(main())
