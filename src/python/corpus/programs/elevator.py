import asyncio


class Elevator:
    def __init__(self, floors, seconds_per_floor=0.04):
        self.floors = floors
        self.floor = 0
        self.pace = seconds_per_floor
        self.calls = set()
        self.called = asyncio.Event()
        self.arrivals = {floor: asyncio.Event() for floor in range(floors)}

    def call(self, floor):
        self.calls.add(floor)
        self.called.set()
        return self.arrivals[floor].wait()

    async def run(self):
        direction = 1
        while True:
            if not self.calls:
                self.called.clear()
                await self.called.wait()
            ahead = [f for f in self.calls if (f - self.floor) * direction >= 0]
            if not ahead:
                direction = -direction
                continue
            target = min(ahead, key=lambda f: abs(f - self.floor))
            while self.floor != target:
                await asyncio.sleep(self.pace)
                self.floor += direction
            print(f"[{self.floor}] doors open")
            self.calls.discard(self.floor)
            self.arrivals[self.floor].set()
            self.arrivals[self.floor] = asyncio.Event()
            await asyncio.sleep(0)


async def passenger(elevator, name, delay, start, goal):
    await asyncio.sleep(delay)
    print(f"{name} waits on {start}")
    await elevator.call(start)
    await elevator.call(goal)
    print(f"{name} arrives on {goal}")


async def main():
    elevator = Elevator(6)
    running = asyncio.create_task(elevator.run())
    await asyncio.gather(
        passenger(elevator, "ann", 0, 2, 5),
        passenger(elevator, "bob", 0.02, 4, 0),
        passenger(elevator, "cid", 0.14, 1, 3),
    )
    running.cancel()


asyncio.run(main())
