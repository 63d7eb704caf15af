import asyncio
import time
from datetime import datetime, timedelta, timezone


async def main():
    loop = asyncio.get_running_loop()
    marks = [time.time(), time.monotonic(), time.perf_counter(), loop.time()]
    wall = datetime.now(timezone.utc)
    await asyncio.sleep(0.3)
    passed = [time.time() - marks[0], time.monotonic() - marks[1], time.perf_counter() - marks[2], loop.time() - marks[3]]
    print([0.29 < seconds < 0.6 for seconds in passed])
    print(timedelta(seconds=0.29) < datetime.now(timezone.utc) - wall < timedelta(seconds=0.6))
    nanoseconds = time.perf_counter_ns()
    time.sleep(0.05)
    print(50_000_000 <= time.perf_counter_ns() - nanoseconds < 300_000_000)
    print(isinstance(time.time_ns(), int), time.get_clock_info("monotonic").adjustable)
    print(datetime(2024, 2, 29, 12, tzinfo=timezone.utc) + timedelta(days=366))
    print(time.strftime("%Y-%m-%d", time.gmtime(86400 * 365)))


asyncio.run(main())
