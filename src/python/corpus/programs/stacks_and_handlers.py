import asyncio
import io
import warnings


async def stacks():
    task = asyncio.create_task(sleeper(), name="sleeper")
    await asyncio.sleep(0)
    file = io.StringIO()
    task.print_stack(file=file)
    title, *frames = file.getvalue().splitlines()
    print(title.split(" coro=")[0], [line.split(", in ")[-1].strip() for line in frames])
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", error)


async def sleeper():
    await asyncio.sleep(1)


async def waits():
    tasks = {asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (0.01, 0.02)}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.ALL_COMPLETED)
    print(sorted(task.result() for task in done), pending)
    async with asyncio.timeout(1) as scope:
        print(isinstance(scope, asyncio.Timeout), scope.expired(), repr(scope).split(" when=")[0])
    print(repr(scope))


def default_handler():
    loop = asyncio.SelectorEventLoop()

    def handle(loop, context):
        print("asked first:", context["message"].split(" at ")[0])
        loop.default_exception_handler({"message": "and passed on"})

    loop.set_exception_handler(handle)
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()
    print("closed:", loop.is_closed(), isinstance(loop, asyncio.SelectorEventLoop))


def policies():
    with warnings.catch_warnings(action="ignore"):
        policy = asyncio.get_event_loop_policy()
        loop = policy.new_event_loop()
        policy.set_event_loop(loop)
        print("the policy's:", asyncio.get_event_loop() is loop, policy.get_event_loop() is loop)
        asyncio.set_event_loop_policy(None)
        print("another policy:", asyncio.get_event_loop_policy() is not policy)
        loop.close()


asyncio.run(stacks())
asyncio.run(waits())
default_handler()
policies()
with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
    runner.run(waits())
