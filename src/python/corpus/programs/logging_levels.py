import asyncio
import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[{taskName}] {levelname}: {message}" if sys.version_info >= (3, 12) else "[-] {levelname}: {message}", style="{"))
handler.addFilter(lambda record: setattr(record, "taskName", "-") or True)
log = logging.getLogger("app.worker")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


async def work(n):
    log.debug("begin %s", n)
    await asyncio.sleep(0.01 * n)
    try:
        1 / (n - 2)
    except ZeroDivisionError:
        log.error("cannot divide by %d", n - 2)
    else:
        log.info("worked on %d", n)
    return log.isEnabledFor(logging.DEBUG)


async def main():
    print(await asyncio.gather(work(1), work(2), work(3)))
    logging.getLogger("app").setLevel(logging.ERROR)
    logging.getLogger("app.quiet").warning("never printed")
    print(logging.getLevelName(logging.getLogger("app.quiet").getEffectiveLevel()))


asyncio.run(main())
