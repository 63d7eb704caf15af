import asyncio
import os
import signal


def note(frame_or_none):
    return "with a frame" if frame_or_none is not None else "without"


def at_once(signum, frame):
    print("handler:", signal.Signals(signum).name, note(frame))


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.add_signal_handler(signal.SIGUSR1, print, "on the loop:", "USR1")
    os.kill(os.getpid(), signal.SIGUSR1)
    print("sent, and not yet handled")
    await asyncio.sleep(0.01)
    loop.call_later(0.05, os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait()
    print("told to stop")
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    loop.remove_signal_handler(signal.SIGUSR1)
    for wrong in (signal.SIGKILL, 1000):
        try:
            loop.add_signal_handler(wrong, print)
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, error)


async def interrupted():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main is cancelled, to clean up")
        raise


before = signal.signal(signal.SIGUSR1, at_once)
print(before is signal.SIG_DFL, signal.getsignal(signal.SIGUSR1) is at_once)
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
asyncio.run(main())
try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
