import asyncio
from enum import Enum, IntFlag, auto


class Light(Enum):
    RED = 0.03
    GREEN = 0.02
    YELLOW = 0.01

    @property
    def next(self):
        order = [Light.RED, Light.GREEN, Light.YELLOW]
        return order[(order.index(self) + 1) % len(order)]


class Lane(IntFlag):
    LEFT = auto()
    STRAIGHT = auto()
    RIGHT = auto()


async def traffic_light(changes, queue):
    light = Light.RED
    for _ in range(changes):
        await queue.put(light)
        await asyncio.sleep(light.value)
        light = light.next
    await queue.put(None)


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(traffic_light(5, queue))
    while light := await queue.get():
        go = light is Light.GREEN
        print(f"{light.name:<6} {'go' if go else 'stop'}")
    await task
    open_lanes = Lane.LEFT | Lane.RIGHT
    print([lane.name for lane in Lane if lane in open_lanes], int(open_lanes))
    print(repr(Light.RED), Light["GREEN"].value)


asyncio.run(main())
