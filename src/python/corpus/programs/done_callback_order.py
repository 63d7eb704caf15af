import asyncio
import functools


def report(label, task):
    print(label, task.get_name(), "->", task.result())


async def work():
    await asyncio.sleep(0.01)
    return "ok"


async def main():
    task = asyncio.create_task(work(), name="work")
    second = functools.partial(report, "second")
    task.add_done_callback(functools.partial(report, "first"))
    task.add_done_callback(second)
    task.add_done_callback(functools.partial(report, "third"))
    print("removed:", task.remove_done_callback(second))
    task.add_done_callback(second)
    print(await task)
    print("main goes on after the await")

    task.add_done_callback(functools.partial(report, "late"))
    print("not called yet")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
