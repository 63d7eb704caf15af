"""Six jobs for a pool of two workers: four wait in its queue."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


SECONDS = (0.26, 0.08, 0.34, 0.06, 0.25, 0.05)


def job(number):
    print("begin", number)
    time.sleep(SECONDS[number])
    print("end", number)
    return number * number


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
        futures = [loop.run_in_executor(pool, job, number) for number in range(6)]
        print("queued:", pool._work_queue.qsize())
        print("results:", await asyncio.gather(*futures))
    print("pool is shut down:", pool._shutdown)
    try:
        pool.submit(job, 7)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
