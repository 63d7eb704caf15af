import asyncio
from collections import defaultdict
from contextlib import contextmanager


class Hub:
    def __init__(self):
        self.topics = defaultdict(list)

    def publish(self, topic, message):
        for queue in self.topics[topic]:
            queue.put_nowait(message)
        return len(self.topics[topic])

    @contextmanager
    def subscription(self, topic):
        queue = asyncio.Queue()
        self.topics[topic].append(queue)
        try:
            yield queue
        finally:
            self.topics[topic].remove(queue)


async def subscriber(hub, name, topic, count):
    with hub.subscription(topic) as queue:
        for _ in range(count):
            message = await queue.get()
            print(f"{name} hears {message!r} on {topic}")
    print(name, "leaves")


async def publisher(hub):
    for n, (topic, text) in enumerate([("news", "hello"), ("sport", "2:1"), ("news", "rain"), ("news", "sun")]):
        await asyncio.sleep(0.01)
        print("publish", n, "to", hub.publish(topic, text))


async def main():
    hub = Hub()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(subscriber(hub, "ann", "news", 2))
        tg.create_task(subscriber(hub, "bob", "news", 3))
        tg.create_task(subscriber(hub, "cid", "sport", 1))
        tg.create_task(publisher(hub))
    print({topic: len(queues) for topic, queues in hub.topics.items()})


asyncio.run(main())
