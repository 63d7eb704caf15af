import time

print("working")
time.sleep(0.01)
raise KeyboardInterrupt
