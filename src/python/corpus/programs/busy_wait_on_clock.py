import asyncio
import time


async def poll_until(flag):
    polls = 0
    while not flag:
        polls += 1
        await asyncio.sleep(0)
    return polls > 1


async def main():
    flag = []
    asyncio.get_running_loop().call_later(0.02, flag.append, "set")
    print("polled with sleep(0) until a timer fired:", await poll_until(flag))

    end = time.monotonic() + 0.02
    spins = 0
    while time.monotonic() < end:
        spins += 1
    print("spun on the clock:", spins > 1)


asyncio.run(main())
