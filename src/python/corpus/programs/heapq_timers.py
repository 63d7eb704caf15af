import heapq
import itertools


class Simulation:
    """A discrete event simulation with a clock of its own."""

    def __init__(self):
        self.now = 0.0
        self.events = []
        self.ids = itertools.count()

    def after(self, delay, action, *args):
        heapq.heappush(self.events, (self.now + delay, next(self.ids), action, args))

    def run(self, until):
        while self.events and self.events[0][0] <= until:
            self.now, _, action, args = heapq.heappop(self.events)
            action(*args)
        self.now = until


sim = Simulation()
waiting = []
busy = False


def arrive(n):
    print(f"{sim.now:5.2f} customer {n} arrives")
    waiting.append(n)
    serve()
    if n < 5:
        sim.after(1.5, arrive, n + 1)


def serve():
    global busy
    if waiting and not busy:
        busy = True
        n = waiting.pop(0)
        sim.after(2.0, leave, n)


def leave(n):
    global busy
    busy = False
    print(f"{sim.now:5.2f} customer {n} leaves")
    serve()


sim.after(0.5, arrive, 1)
sim.run(until=20)
print(f"{sim.now:5.2f} closed")
