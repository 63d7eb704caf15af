import asyncio

trace = []


async def player(name, times):
    for n in range(times):
        trace.append(f"{name}{n}")
        await asyncio.sleep(0)
    trace.append(f"{name}!")


async def late():
    trace.append("late")


async def main():
    a = asyncio.create_task(player("a", 3))
    b = asyncio.create_task(player("b", 5))
    trace.append("m0")
    await asyncio.sleep(0)
    trace.append("m1")
    c = asyncio.create_task(late())
    await a
    trace.append("m2")
    await asyncio.gather(b, c)
    trace.append("m3")


asyncio.run(main())
print(" ".join(trace))
