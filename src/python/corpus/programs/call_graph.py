import asyncio
import io
import re

numbers = {}


def plain(text):
    """The text without what differs from run to run: addresses, and where the standard library lies."""
    text = re.sub(r"id=(0x[0-9a-f]+)", lambda found: f"id={numbers.setdefault(found[1], len(numbers) + 1)}", text)
    return re.sub(r"File '.*asyncio/(\w+\.py)', line \d+", r"File 'asyncio/\1', line N", re.sub(r"File '[^']*call_graph.py'", "File 'call_graph.py'", text))


async def leaf():
    print(plain(asyncio.format_call_graph()))
    graph = asyncio.capture_call_graph()
    print(type(graph).__name__, isinstance(graph, asyncio.FutureCallGraph), graph.future is asyncio.current_task())
    print([entry.frame.f_code.co_name for entry in graph.call_stack], isinstance(graph.call_stack[0], asyncio.FrameCallGraphEntry))
    print([awaiting.future.get_name() for awaiting in graph.awaited_by])
    print([entry.frame.f_code.co_name for entry in asyncio.capture_call_graph(limit=1).call_stack])


async def branch():
    await asyncio.sleep(0)
    await leaf()


async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(branch(), name="branch")


async def waits(future):
    await future


async def outside():
    future = asyncio.get_running_loop().create_future()
    waiter = asyncio.create_task(waits(future), name="waiter")
    await asyncio.sleep(0)
    file = io.StringIO()
    asyncio.print_call_graph(future, file=file)
    asyncio.print_call_graph(waiter, file=file, limit=1)
    print(plain(file.getvalue()))
    graph = asyncio.capture_call_graph(waiter)
    print(graph.future is waiter, len(graph.call_stack), graph.awaited_by)
    asyncio.future_add_to_awaited_by(waiter, asyncio.current_task())
    print([awaiting.future.get_name() for awaiting in asyncio.capture_call_graph(waiter).awaited_by])
    asyncio.future_discard_from_awaited_by(waiter, asyncio.current_task())
    print(asyncio.capture_call_graph(waiter).awaited_by)
    future.set_result(None)
    await waiter


async def eager():
    async def says():
        print("begun", asyncio.current_task().get_name())
        return 1

    task = asyncio.create_task(says(), name="eager", eager_start=True)
    print("done:", task.done())
    lazy = asyncio.create_task(says(), name="lazy", eager_start=False)
    print("done:", lazy.done())
    await lazy


async def main():
    asyncio.current_task().set_name("main")
    await group()
    await asyncio.gather(branch())
    await outside()
    await eager()


try:
    asyncio.capture_call_graph()
except RuntimeError as error:
    print(error)
asyncio.run(main())
