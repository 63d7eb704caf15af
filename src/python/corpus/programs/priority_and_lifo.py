import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Patient:
    urgency: int
    name: str = field(compare=False)


async def doctor(queue):
    while not queue.empty():
        patient = await queue.get()
        print("treating", patient.name, patient.urgency)
        await asyncio.sleep(0.01)
        if patient.name == "Gus":
            await queue.put(Patient(0, "Hal"))


async def main():
    waiting_room = asyncio.PriorityQueue()
    for urgency, name in [(3, "Dee"), (1, "Eli"), (2, "Gus"), (5, "Fin")]:
        await waiting_room.put(Patient(urgency, name))
    await doctor(waiting_room)

    stack = asyncio.LifoQueue(maxsize=3)
    for plate in ("red", "green", "blue"):
        await stack.put(plate)
    print("full:", stack.full())
    print([stack.get_nowait() for _ in range(3)])


asyncio.run(main())
