import asyncio
from functools import partial


def step(name, path, *, future=None):
    path.append(name)
    if future:
        future.set_result(list(path))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    path = []
    loop.call_soon(partial(step, "a"), path)
    loop.call_later(0.02, partial(step, "c", path, future=future))
    loop.call_later(0.01, partial(step, path=path, name="b"))
    print(await future)

    download = partial(asyncio.sleep, result="downloaded")
    print(await asyncio.gather(download(0.01), download(0.02)))
    print(await asyncio.gather(*map(partial(asyncio.sleep, 0), "xyz")))


asyncio.run(main())
