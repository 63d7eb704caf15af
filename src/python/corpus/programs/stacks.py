import asyncio
import inspect
import sys
import traceback


def outermost():
    return traceback.extract_stack()[0].name, inspect.stack()[-1].function, len(list(traceback.walk_stack(sys._getframe())))


async def main():
    print(outermost()[:2])
    print([entry.name for entry in traceback.extract_stack(limit=1)])


def deeper():
    return outermost()


print(outermost(), deeper())
print([entry.name for entry in traceback.extract_stack()])
asyncio.run(main())
loop = asyncio.new_event_loop()
loop.set_debug(True)
future = loop.create_future()
print([entry.name for entry in future._source_traceback][0])
loop.close()
