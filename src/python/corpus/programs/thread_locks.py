"""Locks: contention, timeouts, reentrance, and threads that call each other's functions."""

import threading
import time

lock, again = threading.Lock(), threading.RLock()


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.balance = 100

    def withdraw(self, amount):
        with self.lock:
            before = self.read()
            time.sleep(0.05)
            self.balance = before - amount

    def read(self):
        with self.lock:
            return self.balance


def hold():
    with lock:
        print("held")
        time.sleep(0.15)
    print("given back")


thread = threading.Thread(target=hold)
thread.start()
print(lock.acquire(blocking=False), lock.acquire(timeout=0.05), lock.locked())
thread.join()
print(lock.acquire(), lock.locked())
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)

account = Account()
threads = [threading.Thread(target=account.withdraw, args=(10,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("balance", account.read())

unsafe = {"count": 0}


def increment():
    before = unsafe["count"]
    time.sleep(0.02)
    unsafe["count"] = before + 1


threads = [threading.Thread(target=increment) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("lost updates:", 5 - unsafe["count"])
