import asyncio
import traceback


async def job(n):
    await asyncio.sleep(0.01)
    if n == 1:
        raise LookupError("job 1 has no data")
    print("job", n, "done")


async def main():
    for n in range(3):
        try:
            await job(n)
        except LookupError:
            traceback.print_exc()
            print("job", n, "failed, its traceback went to stderr")


asyncio.run(main())
