"""A pool of processes: functions and arguments are pickled."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, int(number**0.5) + 1))


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        numbers = [2, 15, 97, 561]
        print(await asyncio.gather(*(loop.run_in_executor(pool, is_prime, number) for number in numbers)))
        print(list(pool.map(is_prime, range(8))))
        try:
            pool.submit(lambda: 1).result()
        except Exception as error:
            print("PicklingError" in type(error).__name__ or "pickle" in str(error))


if __name__ == "__main__":
    asyncio.run(main())
