import asyncio


async def waiter(event, name):
    print(f"{name} waiting for it ...")
    await event.wait()
    print(f"... {name} got it!")


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, name)) for name in ("ann", "bob", "cid")]

    await asyncio.sleep(0.05)
    print("is set:", event.is_set())
    event.set()
    await asyncio.gather(*tasks)

    await waiter(event, "dan")  # doesn't wait: the event is set
    event.clear()
    print("is set:", event.is_set())
    late = asyncio.create_task(waiter(event, "eve"))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await late
    print("set and cleared, but eve was let through")


asyncio.run(main())
