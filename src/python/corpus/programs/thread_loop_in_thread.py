"""A loop that runs in a thread of its own, and loops in several threads at once."""

import asyncio
import threading


async def double(number):
    await asyncio.sleep(0.05)
    return number * 2


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, daemon=True)
thread.start()
print([asyncio.run_coroutine_threadsafe(double(number), loop).result() for number in range(3)])
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print("closed:", loop.is_closed())


async def steps(name, pause):
    for step in range(2):
        await asyncio.sleep(pause)
        print(name, step, asyncio.current_task().get_coro().__name__)


threads = [threading.Thread(target=lambda name=name, pause=pause: asyncio.run(steps(name, pause))) for name, pause in (("a", 0.1), ("b", 0.14))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
