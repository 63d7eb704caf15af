"""A Semaphore is a box of permits: here, three seats in a small café."""

import asyncio

seats = asyncio.Semaphore(3)


async def guest(name, minutes):
    if seats.locked():
        print(f"{name} waits at the door")
    async with seats:  # takes a seat, or joins the end of the line
        print(f"{name} sits down")
        await asyncio.sleep(minutes / 10)
    # Leaving the block gives the seat back, whatever happened in it.
    print(f"{name} leaves")


async def main():
    visits = [("Ada", 3), ("Bob", 1), ("Cem", 4), ("Dia", 2), ("Eva", 1), ("Fay", 1)]
    await asyncio.gather(*(guest(name, minutes) for name, minutes in visits))
    print("the café closes")


asyncio.run(main())
