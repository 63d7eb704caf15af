"""Timers, cancelled ones too, and data of each thread's own."""

import threading
import time

local = threading.local()
local.value = "main"


def show(name):
    print(name, hasattr(local, "value"), threading.current_thread() is threading.main_thread())
    local.value = name
    time.sleep(0.05)
    print(name, "still has", local.value)


one = threading.Timer(0.1, show, ("one",))
two = threading.Timer(0.2, show, kwargs={"name": "two"})
never = threading.Timer(0.15, print, ("never",))
for timer in (two, one, never):
    timer.start()
never.cancel()
print("waiting")
one.join()
print("main has", local.value)
two.join()
idents = {threading.get_ident(), one.ident, two.ident}
print(len(idents), threading.main_thread().name)
