import asyncio

log = []
main_task = None


async def cached(key, cache):
    log.append(f"look up {key}, running eagerly: {asyncio.current_task() is not main_task}")
    if key not in cache:
        await asyncio.sleep(0.01)
        cache[key] = key.upper()
    return cache[key]


async def fails():
    raise LookupError("at once")


async def creates_another():
    outer = asyncio.current_task()
    inner = asyncio.create_task(cached("a", {"a": "A"}), name="inner")
    log.append(f"inner done: {inner.done()}, back in the outer task: {asyncio.current_task() is outer}")
    return await inner


def show():
    print(*log, sep="\n")
    log.clear()


async def eager():
    global main_task
    main_task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print("factory:", loop.get_task_factory() is asyncio.eager_task_factory)
    cache = {"a": "A"}
    hit = asyncio.create_task(cached("a", cache), name="hit")
    miss = asyncio.create_task(cached("b", cache), name="miss")
    print(hit.done(), miss.done(), "all tasks:", sorted(task.get_name() for task in asyncio.all_tasks()))
    print(await hit, await miss)
    show()

    failed = asyncio.create_task(fails())
    print("failed at once:", failed.done(), repr(failed.exception()))
    nested = asyncio.create_task(creates_another(), name="outer")
    print("nested:", nested.done(), nested.result())
    show()

    order = []
    hit = asyncio.create_task(cached("a", cache))
    hit.add_done_callback(lambda _: order.append("callback"))
    order.append("created")
    await asyncio.sleep(0)
    print(order)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(cached(key, cache), name=key) for key in "abc"]
        print("in the group:", [task.done() for task in tasks])
    print(await asyncio.gather(*(cached(key, cache) for key in "abc")), len(asyncio.all_tasks()))
    log.clear()

    cancelled = asyncio.create_task(asyncio.sleep(1))
    cancelled.cancel()
    print("cancelled:", await asyncio.gather(cancelled, return_exceptions=True))


made = []


class Counted(asyncio.Task):
    def __init__(self, coro, **options):
        super().__init__(coro, **options)
        made.append((coro.__name__, "eager" if options.get("eager_start") else "lazy", self.done()))


async def subclassed():
    asyncio.get_running_loop().set_task_factory(asyncio.create_eager_task_factory(Counted))
    task = asyncio.create_task(cached("a", {"a": "A"}), name="mine")
    print(type(task).__name__, await task, await asyncio.create_task(asyncio.sleep(0.01, "slept")))
    print(made)


asyncio.run(eager())
asyncio.run(subclassed())
