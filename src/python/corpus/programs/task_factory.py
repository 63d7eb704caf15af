import asyncio


class CountingTask(asyncio.Task):
    created = []

    def __init__(self, coro, **kwargs):
        super().__init__(coro, **kwargs)
        self.created.append(coro.__qualname__)


def factory(loop, coro, **kwargs):
    return CountingTask(coro, loop=loop, **kwargs)


async def child(n):
    await asyncio.sleep(0)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print("default factory:", loop.get_task_factory())
    loop.set_task_factory(factory)
    task = asyncio.create_task(child(1), name="counted")
    print(type(task).__name__, isinstance(task, asyncio.Task), task.get_name())
    print(await asyncio.gather(task, child(2)))
    async with asyncio.TaskGroup() as tg:
        inside = tg.create_task(child(3))
    print(type(inside).__name__, inside.result())
    print(CountingTask.created)
    loop.set_task_factory(None)
    print(type(asyncio.create_task(child(4))) is asyncio.Task)


asyncio.run(main())
