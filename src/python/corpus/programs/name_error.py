import asyncio


async def main():
    total = 0
    for number in (1, 2, 3):
        await asyncio.sleep(0)
        total += number
        print("total so far", total)
    print(totl)


asyncio.run(main())
