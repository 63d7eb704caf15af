import asyncio


async def square(n):
    await asyncio.sleep(0.01 * n)
    return n * n


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(square(n), name=f"square of {n}") for n in (3, 1, 2)]
        print("inside the group")
    print("the group is over")
    for task in tasks:
        print(task.get_name(), "is", task.result())

    try:
        tg.create_task(coro := square(1))
    except RuntimeError as error:
        print("RuntimeError:", str(error).endswith("is finished"))
        coro.close()


asyncio.run(main())
