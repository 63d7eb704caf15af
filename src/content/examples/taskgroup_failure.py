"""When one task of a TaskGroup fails, the group cancels the others."""

import asyncio


async def cook(dish, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"{dish} is ready")
    except asyncio.CancelledError:
        print(f"{dish} is taken off the stove")
        raise  # always pass a cancellation on


async def burn(dish, seconds):
    await asyncio.sleep(seconds)
    raise RuntimeError(f"the {dish} is burnt")


async def main():
    try:
        async with asyncio.TaskGroup() as kitchen:
            kitchen.create_task(cook("salad", 0.1))
            kitchen.create_task(burn("pizza", 0.2))
            kitchen.create_task(cook("soup", 0.3))
            kitchen.create_task(cook("roast", 0.9))
    except* RuntimeError as group:
        # except* takes the errors out of the ExceptionGroup.
        for error in group.exceptions:
            print("dinner is off:", error)
    print("nothing runs any more, so it's safe to go")


asyncio.run(main())
