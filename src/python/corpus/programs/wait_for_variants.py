import asyncio


async def eternity():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("eternity was cut short")
        raise
    print("yay!")


async def main():
    try:
        await asyncio.wait_for(eternity(), timeout=0.05)
    except TimeoutError:
        print("timeout!")

    print(await asyncio.wait_for(asyncio.sleep(0.01, "in time"), 1))
    print(await asyncio.wait_for(asyncio.sleep(0.01, "no limit"), None))

    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.01)
    except asyncio.TimeoutError:
        print("future cancelled:", future.cancelled())

    done = asyncio.get_running_loop().create_future()
    done.set_result("already there")
    print(await asyncio.wait_for(done, 0))

    kept = asyncio.create_task(asyncio.sleep(0.05, "kept alive"))
    try:
        await asyncio.wait_for(asyncio.shield(kept), 0.01)
    except TimeoutError:
        print("waited enough, but the task goes on:", not kept.done())
    print(await kept)


asyncio.run(main())
