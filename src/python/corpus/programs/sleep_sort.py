import asyncio


async def sleep_sort(numbers):
    result = []

    async def add(number):
        await asyncio.sleep(number / 100)
        result.append(number)

    await asyncio.gather(*map(add, numbers))
    return result


print(asyncio.run(sleep_sort([31, 4, 15, 9, 26, 53, 58, 1])))
