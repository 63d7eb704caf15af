"""What asyncio's own methods look like from outside, and the errors that leave them."""

import asyncio
import inspect
import traceback

METHODS = (
    asyncio.Lock.acquire,
    asyncio.Lock.release,
    asyncio.Semaphore.acquire,
    asyncio.Semaphore.release,
    asyncio.Event.set,
    asyncio.Event.clear,
    asyncio.Event.wait,
    asyncio.Queue.put,
    asyncio.Queue.put_nowait,
    asyncio.Queue.get,
    asyncio.Queue.get_nowait,
    asyncio.Queue.task_done,
    asyncio.Handle.cancel,
)

for method in METHODS:
    code = method.__code__
    lines, first = inspect.getsourcelines(method)
    print(method.__qualname__, inspect.signature(method), inspect.iscoroutinefunction(method), method.__doc__ is not None)
    print("   ", code.co_name, code.co_varnames[: code.co_argcount], code.co_freevars, code.co_firstlineno == first)
    print("   ", lines[0].strip())


def where(error: BaseException) -> list[str]:
    return [f"{entry.name}: {entry.line}" for entry in traceback.extract_tb(error.__traceback__)]


async def main() -> None:
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    for call in (lambda: queue.put_nowait(2), asyncio.Queue().get_nowait, asyncio.Lock().release, asyncio.Queue().task_done):
        try:
            call()
        except Exception as error:
            print(repr(error), where(error)[-1])
    print(queue.get_nowait(), queue.task_done(), asyncio.Event().set(), asyncio.Event().clear())
    semaphore = asyncio.Semaphore(1)
    print(await semaphore.acquire(), semaphore.release(), await asyncio.Lock().acquire())
    await semaphore.acquire()
    for waiting in (semaphore.acquire(), asyncio.Event().wait(), queue.get()):
        task = asyncio.create_task(waiting)
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError as error:
            print(repr(error), where(error)[-1])


asyncio.run(main())
