"""concurrent.futures by itself: map, as_completed, wait, an initializer, cancelling what is queued."""

import time
from concurrent.futures import FIRST_COMPLETED, CancelledError, ThreadPoolExecutor, as_completed, wait


def square(number):
    time.sleep(number / 10)
    return number * number


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(square, [3, 1, 2])))
    futures = {pool.submit(square, number): number for number in (3, 1, 2)}
    for future in as_completed(futures):
        print(futures[future], "->", future.result())
    done, pending = wait([pool.submit(square, number) for number in (2, 1)], return_when=FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    future = pool.submit(int, "x")
    print(repr(future.exception()))
    future.add_done_callback(lambda it: print("callback", it.done()))
    try:
        pool.submit(square, 5).result(timeout=0.1)
    except TimeoutError:
        print("timeout")

with ThreadPoolExecutor(1, initializer=print, initargs=("ready",)) as pool:
    first, second = pool.submit(square, 1), pool.submit(square, 2)
    time.sleep(0.05)
    print("cancelled:", first.cancel(), second.cancel())
    try:
        second.result()
    except CancelledError as error:
        print(type(error).__name__)
    print(first.result())
