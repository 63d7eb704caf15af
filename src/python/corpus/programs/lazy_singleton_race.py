import asyncio


class Config:
    loads = 0
    _instance = None
    _loading = None

    @classmethod
    async def load(cls):
        cls.loads += 1
        await asyncio.sleep(0.01)
        return {"debug": True, "load": cls.loads}

    @classmethod
    async def racy(cls):
        if cls._instance is None:
            cls._instance = await cls.load()
        return cls._instance

    @classmethod
    async def once(cls):
        if cls._loading is None:
            cls._loading = asyncio.ensure_future(cls.load())
        return await cls._loading


async def main():
    configs = await asyncio.gather(*(Config.racy() for _ in range(3)))
    print("racy:", Config.loads, "loads,", len({id(c) for c in configs}), "instances")
    Config.loads = 0
    configs = await asyncio.gather(*(Config.once() for _ in range(3)))
    print("once:", Config.loads, "loads,", len({id(c) for c in configs}), "instances")
    print(configs[0])


asyncio.run(main())
