import asyncio


async def save(value):
    print("saved", value)


async def main():
    save(1)  # forgot the await
    await save(2)
    print("end of main")


asyncio.run(main())
