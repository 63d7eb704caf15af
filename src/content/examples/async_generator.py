"""An async generator hands out values one by one, and waits in between."""

import asyncio
from contextlib import aclosing


async def thermometer(name):
    print(f"{name} is switched on")
    try:
        for degrees in (19, 20, 23, 27, 21):
            await asyncio.sleep(0.1)  # other tasks run while it waits
            yield degrees  # ... and it stands still until asked for more
    finally:
        print(f"{name} is switched off")


async def watch():
    # aclosing() closes the generator even if we leave the loop early.
    async with aclosing(thermometer("kitchen")) as readings:
        async for degrees in readings:
            print("kitchen:", degrees)
            if degrees > 22:
                print("kitchen: too hot, open the window")
                break


async def average():
    values = [degrees async for degrees in thermometer("cellar")]
    print("cellar: average", sum(values) / len(values))


async def main():
    await asyncio.gather(watch(), average())


asyncio.run(main())
