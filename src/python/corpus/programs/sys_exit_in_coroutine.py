import asyncio
import atexit
import sys


async def cleanup():
    try:
        await asyncio.sleep(3600)
    finally:
        print("background task is cancelled")


async def main():
    task = asyncio.create_task(cleanup())
    await asyncio.sleep(0.01)
    print("exiting")
    try:
        sys.exit(3)
    finally:
        print("finally", task.done())


atexit.register(print, "atexit runs last")
asyncio.run(main())
print("never printed")
