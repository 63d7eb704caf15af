import asyncio

async def main():
    print("never printed"
    await asyncio.sleep(1)

asyncio.run(main())
