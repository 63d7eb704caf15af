"""Two tasks, two locks, taken in opposite order: each waits for the other."""

import asyncio

fork = asyncio.Lock()
spoon = asyncio.Lock()


async def eat_pasta():
    async with fork:
        print("pasta: I have the fork")
        await asyncio.sleep(0.1)
        async with spoon:  # waits for eat_soup, for ever
            print("pasta: I have both, so I eat")


async def eat_soup():
    async with spoon:
        print("soup: I have the spoon")
        await asyncio.sleep(0.1)
        async with fork:  # waits for eat_pasta, for ever
            print("soup: I have both, so I eat")


# The cure: let everybody take the locks in the same order, first the fork.
async def main():
    await asyncio.gather(eat_pasta(), eat_soup())
    print("dinner is over")


asyncio.run(main())
