import asyncio


def hello(loop, times):
    print("hello", times)
    if times == 3:
        loop.stop()
        loop.call_soon(print, "runs in the next run_forever")
    else:
        loop.call_later(0.01, hello, loop, times + 1)


loop = asyncio.new_event_loop()
print("running:", loop.is_running(), "closed:", loop.is_closed())
loop.call_soon(hello, loop, 1)
try:
    loop.run_forever()
    print("stopped")
    loop.call_soon(loop.stop)
    loop.run_forever()
finally:
    loop.close()
print("closed:", loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print("RuntimeError:", error)
