import asyncio
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work(name, seconds):
    time.sleep(seconds)
    return f"{name} in {threading.current_thread().name}"


def limited(semaphore, seen, lock):
    with semaphore:
        with lock:
            seen["now"] += 1
            seen["most"] = max(seen["most"], seen["now"])
        time.sleep(0.05)
        with lock:
            seen["now"] -= 1


async def default_executor():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=1, thread_name_prefix="only"))
    started = loop.time()
    print(await asyncio.gather(*(loop.run_in_executor(None, work, name, 0.05) for name in "ab")))
    print("one after the other:", round(loop.time() - started, 1))
    try:
        loop.set_default_executor(work)
    except TypeError as error:
        print("TypeError:", error)
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, work, "late", 0)
    except RuntimeError as error:
        print("RuntimeError:", error)


async def semaphores():
    for semaphore in (threading.Semaphore(2), threading.BoundedSemaphore(2)):
        seen, lock = {"now": 0, "most": 0}, threading.Lock()
        with ThreadPoolExecutor(5) as pool:
            loop = asyncio.get_running_loop()
            await asyncio.gather(*(loop.run_in_executor(pool, limited, semaphore, seen, lock) for _ in range(5)))
        print(type(semaphore).__name__, "let in at most", seen["most"])
    try:
        semaphore.release()
    except ValueError as error:
        print(error)


def handed_over():
    orders = queue.SimpleQueue()
    answers = queue.PriorityQueue()

    def cook():
        while (order := orders.get()) is not None:
            time.sleep(0.01)
            answers.put((-len(order), order))

    cooks = [threading.Thread(target=cook, name=f"cook-{number}") for number in range(2)]
    for thread in cooks:
        thread.start()
    for order in ("soup", "pie", "pudding"):
        orders.put(order)
    for _ in cooks:
        orders.put(None)
    for thread in cooks:
        thread.join()
    print([answers.get()[1] for _ in range(answers.qsize())], orders.empty(), threading.active_count())


class Worker:
    """Waits while it is made."""

    def __init__(self, name, ready):
        time.sleep(0.02)
        self.name = name
        ready.set()


async def made_in_a_thread():
    ready = threading.Event()
    order = []

    def watch():
        ready.wait()
        order.append("watcher")

    watcher = asyncio.create_task(asyncio.to_thread(watch))
    worker = await asyncio.to_thread(Worker, "slow", ready)
    await watcher
    print(worker.name, order)


async def main():
    await default_executor()
    await semaphores()


asyncio.run(main())
asyncio.run(asyncio.to_thread(handed_over))
asyncio.run(made_in_a_thread())
