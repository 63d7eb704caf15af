"""Handshakes between threads: Event, Condition, Barrier and Semaphore."""

import threading
import time

start, done = threading.Event(), threading.Event()


def runner():
    print("on your marks")
    start.wait()
    print("running")
    time.sleep(0.05)
    done.set()


threading.Thread(target=runner).start()
time.sleep(0.05)
print("go")
start.set()
print("in time:", done.wait(timeout=1), "again:", threading.Event().wait(0.01))

box = []
changed = threading.Condition()


def taker():
    with changed:
        while not box:
            changed.wait()
        print("took", box.pop())


thread = threading.Thread(target=taker)
thread.start()
time.sleep(0.05)
with changed:
    box.append("parcel")
    changed.notify_all()
thread.join()

barrier = threading.Barrier(3, action=lambda: print("all are here"))


def guest(number):
    time.sleep(number * 0.05)
    print("guest", number)
    barrier.wait()


guests = [threading.Thread(target=guest, args=(number,)) for number in range(3)]
for thread in guests:
    thread.start()
for thread in guests:
    thread.join()

permits = threading.BoundedSemaphore(2)


def limited(number):
    with permits:
        print("in", number)
        time.sleep(0.1 + number * 0.04)
    

several = [threading.Thread(target=limited, args=(number,)) for number in range(4)]
for thread in several:
    thread.start()
for thread in several:
    thread.join()
try:
    permits.release()
except ValueError as error:
    print(error)
