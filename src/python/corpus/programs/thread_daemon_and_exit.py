"""A program ends when its threads have ended, but does not wait for daemons."""

import atexit
import threading
import time

atexit.register(print, "at exit")


def slow():
    time.sleep(0.3)
    print("slow is done")


def forever():
    while True:
        time.sleep(0.2)
        print("daemon")


threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=slow).start()
print("main is done")
