import asyncio
import atexit
import os


async def main():
    atexit.register(print, "never printed")
    print("before", flush=True)
    try:
        await asyncio.sleep(0.1)
        os.abort()
    finally:
        print("never printed either", flush=True)


asyncio.run(main())
