import asyncio
import contextvars

request = contextvars.ContextVar("request", default="nobody")


async def greet(name):
    print("hello", name, "for", request.get())
    request.set(name)
    await asyncio.sleep(0.01)
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first = runner.run(greet("ann"))
    second = runner.run(greet("bob"))
    print("same loop:", first is second, first is runner.get_loop())

    context = contextvars.copy_context()
    runner.run(greet("cid"), context=context)
    runner.run(greet("dan"), context=context)
    print("in the context:", context[request])

print("closed:", first.is_closed())
print("outside:", request.get())
try:
    runner.get_loop()
except RuntimeError as error:
    print("RuntimeError:", error)
