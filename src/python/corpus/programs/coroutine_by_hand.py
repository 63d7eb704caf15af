import asyncio
import types


@types.coroutine
def pause(value):
    got = yield value
    return got


async def conversation():
    first = await pause("what is your name?")
    second = await pause(f"hello {first}, what is your quest?")
    return f"{first} seeks {second}"


coro = conversation()
print(coro.send(None))
print(coro.send("Arthur"))
try:
    coro.send("the grail")
except StopIteration as stop:
    print(stop.value)

coro = conversation()
coro.send(None)
try:
    coro.throw(ValueError("no name"))
except ValueError as error:
    print("ValueError:", error)


async def bad_yield():
    try:
        await pause("not a future")
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(bad_yield())
