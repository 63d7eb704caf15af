import asyncio


class ConfigError(Exception):
    pass


async def load(path):
    await asyncio.sleep(0.01)
    raise ConfigError(f"no such section in {path}")


async def main():
    print("loading")
    try:
        await load("settings.ini")
    finally:
        print("finally runs")
    print("never printed")


asyncio.run(main())
