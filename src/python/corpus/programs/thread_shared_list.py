"""Threads sleep for different times and append to one list."""

import threading
import time

results = []
lock = threading.Lock()


def worker(number):
    time.sleep(number * 0.1)
    with lock:
        results.append(number)
        print("worker", number, "sees", results)


threads = [threading.Thread(target=worker, args=(number,), name=f"w{number}") for number in (3, 1, 2)]
for thread in threads:
    thread.start()
print("alive:", threading.active_count(), [thread.name for thread in threading.enumerate()])
for thread in threads:
    thread.join()
print(results, [thread.is_alive() for thread in threads])
