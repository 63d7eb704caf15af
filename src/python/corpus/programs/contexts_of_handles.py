import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


def show(label):
    print(label, user.get())


async def child():
    user.set("child")
    await asyncio.sleep(0)
    return user.get()


async def main():
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    context.run(user.set, "somebody")
    handle = loop.call_soon(show, "soon:", context=context)
    timer = loop.call_later(0.01, show, "later:", context=context)
    print(isinstance(handle, asyncio.Handle), isinstance(timer, asyncio.TimerHandle))
    print(handle.get_context() is context, timer.get_context() is context, timer.when() > loop.time())
    task = asyncio.create_task(child(), context=context)
    print("the task's:", task.get_context() is context)
    task.add_done_callback(lambda _: show("callback:"))
    print(await task, context[user], "here:", user.get())
    await asyncio.sleep(0.02)
    cancelled = loop.call_later(1, print)
    cancelled.cancel()
    print(cancelled.cancelled(), timer.cancelled())


asyncio.run(main())
