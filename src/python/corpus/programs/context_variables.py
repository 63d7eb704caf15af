import asyncio
import contextvars

user = contextvars.ContextVar("user", default="anonymous")


def whoami():
    return user.get()


async def handle(name, log):
    token = user.set(name)
    await asyncio.sleep(0.01)
    log.append(f"{name} is {whoami()}")
    child = asyncio.create_task(nested(log))
    await child
    user.reset(token)
    log.append(f"{name} reset to {whoami()}")


async def nested(log):
    log.append(f"child sees {whoami()}")
    user.set("child")
    await asyncio.sleep(0)
    log.append(f"child is {whoami()}")


async def main():
    log = []
    user.set("main")
    await asyncio.gather(handle("ann", log), handle("bob", log))
    print(*log, sep="\n")
    print("main is still", whoami())

    context = contextvars.copy_context()
    context.run(user.set, "copied")
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("callback sees", whoami()))
    loop.call_soon(lambda: print("callback in a context sees", whoami()), context=context)
    task = asyncio.create_task(asyncio.sleep(0), context=context)
    await task
    print([var.name for var in context if var is user], context[user])


asyncio.run(main())
