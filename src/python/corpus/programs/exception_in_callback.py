import asyncio
import sys


def broken_callback(task):
    raise RuntimeError(f"callback of {task.get_name()} is broken")


async def main():
    task = asyncio.create_task(asyncio.sleep(0.01, "fine"), name="sleeper")
    task.add_done_callback(broken_callback)
    print(await task)
    await asyncio.sleep(0)
    print("main is not disturbed")
    sys.stdout.flush()


asyncio.run(main())
