"""An Event is a gate for everybody; a Condition waits for something to be true."""

import asyncio

started = asyncio.Event()
changed = asyncio.Condition()
laps = 0


async def runner(name, pace):
    global laps
    await started.wait()  # the gate is closed until somebody sets the event
    for _ in range(2):
        await asyncio.sleep(pace)
        async with changed:  # hold the condition's lock to change the state ...
            laps += 1
            print(f"{name} has run a lap")
            changed.notify_all()  # ... and tell those who wait for a change.


async def referee():
    async with changed:
        # wait_for gives the lock back while it waits, and takes it to look again.
        await changed.wait_for(lambda: laps >= 4)
        print(f"{laps} laps: the race is over")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(referee())
        tg.create_task(runner("Mo", 0.2))
        tg.create_task(runner("Ann", 0.3))
        await asyncio.sleep(0.1)
        print("ready, steady, go!")
        started.set()  # opens the gate: all who wait go on


asyncio.run(main())
