import { MORE_PROGRAMS } from './more-problem-programs.test-support';

/**
 * Programs whose lines that end in "# finds RULE", and no others, have problems: by that rule, and by no other.
 */
export const PROGRAMS = {
  'cancellation that is swallowed': `import asyncio
from contextlib import suppress

async def swallows():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:  # finds cancellation-swallowed
        print("no")

async def swallows_all():
    try:
        await asyncio.sleep(10)
    except:  # finds cancellation-swallowed
        pass

async def suppresses():
    with suppress(asyncio.CancelledError):  # finds cancellation-swallowed
        await asyncio.sleep(10)
    print("on")

async def raises_again():
    try:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cleaning up")
            await asyncio.sleep(0.1)
            raise
        finally:
            print("finally")
    except ValueError:
        pass

async def catches_exceptions_only():
    try:
        await asyncio.sleep(10)
    except Exception:
        print("not this one")

async def takes_it_back():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()

async def times_out():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(10)
    except TimeoutError:
        pass
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.1)
    except TimeoutError:
        pass

async def main():
    for victim in (swallows, swallows_all, suppresses, raises_again, catches_exceptions_only, takes_it_back):
        task = asyncio.create_task(victim())
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled", victim.__name__)
    await times_out()

asyncio.run(main())
`,

  'the loop held up': `import asyncio
import time

async def blocks():
    await asyncio.sleep(0.1)
    time.sleep(0.05)  # finds blocking-call

async def blocks_by_helper():
    helper()

def helper():
    time.sleep(0.2)  # finds blocking-call

async def is_quick():
    time.sleep(0.049)

async def main():
    time.sleep(0.01)
    await asyncio.sleep(1)
    await asyncio.gather(blocks(), blocks(), blocks_by_helper(), is_quick())

time.sleep(1)
asyncio.run(main())
`,

  'tasks left alone': `import asyncio

async def lasts(seconds):
    await asyncio.sleep(seconds)

async def fails():
    await asyncio.sleep(0.1)
    raise LookupError("nothing")

async def main():
    background = asyncio.create_task(lasts(100))  # finds task-outlives-main
    short = asyncio.create_task(lasts(0.01))
    cancelled = asyncio.create_task(lasts(100))
    try:
        await asyncio.gather(lasts(1), fails(), lasts(0.05))  # finds gather-leaves-running
    except LookupError:
        await asyncio.sleep(2)
    tasks = [asyncio.create_task(lasts(1)), asyncio.create_task(fails())]
    try:
        await asyncio.gather(*tasks)
    except LookupError:
        for task in tasks:
            task.cancel()
        await asyncio.sleep(2)
    await asyncio.gather(lasts(1), fails(), return_exceptions=True)
    cancelled.cancel()
    await asyncio.wait([cancelled])
    print(short.done(), background.done())

asyncio.run(main())
`,

  'locks and permits kept': `import asyncio

async def keeps(lock):
    await lock.acquire()  # finds lock-not-released

async def keeps_permit(seats):
    await seats.acquire()  # finds lock-not-released
    await asyncio.sleep(0.1)

async def gives_back(lock, seats):
    async with lock, seats:
        await asyncio.sleep(0.1)

async def waits_for(signal):
    await signal.acquire()

async def takes_token(bucket):
    await bucket.acquire()

async def main():
    lock, other, seats = asyncio.Lock(), asyncio.Lock(), asyncio.Semaphore(3)
    signal, bucket = asyncio.Semaphore(0), asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(gives_back(other, seats))
        group.create_task(keeps(lock))
        group.create_task(keeps_permit(seats))
        group.create_task(waits_for(signal))
        group.create_task(takes_token(bucket))
        await asyncio.sleep(0.1)
        signal.release()
        bucket.release()

asyncio.run(main())
`,

  'what is lost and left to the loop': `import asyncio
from contextlib import aclosing

async def save(value):
    await asyncio.sleep(0.01)

async def fails():
    await asyncio.sleep(0.01)
    raise LookupError("nothing")

async def numbers():
    try:
        for number in range(10):
            yield number
    finally:
        await asyncio.sleep(0)

async def forgets():
    save(1)  # finds never-awaited
    await save(2)
    coroutine = save(3)
    await coroutine
    closed = save(4)
    closed.close()

async def fires_and_forgets():
    asyncio.create_task(save(5))  # finds task-not-kept
    task = asyncio.create_task(save(6))
    async with asyncio.TaskGroup() as group:
        group.create_task(save(7))
    await asyncio.gather(task, asyncio.sleep(0.1))

async def loses():
    task = asyncio.create_task(fails())  # finds exception-lost
    asked = asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    print(asked.exception(), task.done())

async def breaks_off():
    async for number in numbers():  # finds generator-not-closed
        if number == 2:
            break
    async with aclosing(numbers()) as closing:
        async for number in closing:
            if number == 2:
                break
    async for number in numbers():
        pass

async def main():
    await forgets()
    await fires_and_forgets()
    await loses()
    await breaks_off()
    await asyncio.sleep(0.1)

asyncio.run(main())
`,
  ...MORE_PROGRAMS,
} as const;
