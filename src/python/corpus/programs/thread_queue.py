"""A producer that is quicker than its consumer, through a queue with two places."""

import queue
import threading
import time

tasks = queue.Queue(maxsize=2)


def producer():
    for number in range(5):
        tasks.put(number)
        time.sleep(0.02)
    print("producer is done after", tasks.maxsize, "places")


def consumer():
    while True:
        number = tasks.get()
        time.sleep(0.15)
        print("consumed", number)
        tasks.task_done()


threading.Thread(target=consumer, daemon=True).start()
maker = threading.Thread(target=producer)
maker.start()
maker.join()
tasks.join()
print("all done, left:", tasks.qsize())
try:
    tasks.get(timeout=0.05)
except queue.Empty:
    print("empty")
best = queue.PriorityQueue()
for item in ((2, "b"), (1, "a"), (3, "c")):
    best.put(item)
print([best.get()[1] for _ in range(3)])
