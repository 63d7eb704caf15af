import asyncio


async def balance():
    await asyncio.sleep(0.01)
    return -5


async def main():
    value = await balance()
    print("balance:", value)
    assert value >= 0, f"overdrawn by {-value}"


asyncio.run(main())
