import asyncio


def make_loop():
    loop = asyncio.new_event_loop()
    loop.call_soon(print, "the loop's first callback")
    return loop


async def main():
    loop = asyncio.get_event_loop()
    print("same loop:", loop is asyncio.get_running_loop(), "debug:", loop.get_debug())
    await asyncio.sleep(0)
    print(isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop))


with asyncio.Runner(loop_factory=make_loop, debug=False) as runner:
    runner.run(main())

loop = asyncio.new_event_loop()
loop.set_debug(True)
asyncio.set_event_loop(loop)
print("debug:", loop.get_debug(), asyncio.get_event_loop() is loop)
loop.close()
asyncio.set_event_loop(None)
