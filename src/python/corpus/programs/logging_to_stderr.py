import asyncio
import logging

logging.basicConfig(level=logging.WARNING, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger(__name__)


async def check(name, free):
    await asyncio.sleep(0.01)
    if free < 10:
        log.warning("%s has only %d%% left", name, free)
    log.info("checked %s", name)


async def main():
    for name, free in [("disk", 4), ("memory", 60), ("patience", 1)]:
        await check(name, free)
    print("checked three things")


asyncio.run(main())
logging.warning("the root logger speaks, too")
