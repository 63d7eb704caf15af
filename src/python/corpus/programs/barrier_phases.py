import asyncio


async def worker(barrier, name, delays):
    for phase, delay in enumerate(delays):
        await asyncio.sleep(delay)
        print(f"{name} reaches the barrier of phase {phase}")
        async with barrier as position:
            if position == 0:
                print(f"phase {phase} is complete")


async def main():
    barrier = asyncio.Barrier(3)
    print("parties:", barrier.parties, "waiting:", barrier.n_waiting)
    await asyncio.gather(
        worker(barrier, "a", [0.01, 0.06]),
        worker(barrier, "b", [0.03, 0.04]),
        worker(barrier, "c", [0.05, 0.02]),
    )
    print("broken:", barrier.broken)

    waiting = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0.01)
    print("waiting:", barrier.n_waiting)
    await barrier.abort()
    try:
        await waiting
    except asyncio.BrokenBarrierError:
        print("the barrier was broken")
    await barrier.reset()
    print("broken:", barrier.broken)


asyncio.run(main())
