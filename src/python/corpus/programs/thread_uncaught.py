"""An exception that leaves a thread is printed, and the program goes on."""

import sys
import threading


def bad():
    raise ValueError("in the thread")


thread = threading.Thread(target=bad, name="bad one")
thread.start()
thread.join()
print("main goes on:", thread.is_alive())


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=bad, name="hooked")
thread.start()
thread.join()
thread = threading.Thread(target=sys.exit, args=(3,))
thread.start()
thread.join()
try:
    thread.start()
except RuntimeError as error:
    print(error)
