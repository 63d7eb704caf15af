import asyncio


async def feed(reader):
    for piece in (b'alpha', b' beta\ngam', b'ma\n', b'rest'):
        await asyncio.sleep(0.01)
        print('feed', piece)
        reader.feed_data(piece)
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader(limit=64)
    task = asyncio.create_task(feed(reader))
    print(repr(reader).replace(repr(asyncio.get_running_loop()), 'LOOP'))
    print(await reader.read(3))
    print(await reader.readline())
    other = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    try:
        await reader.read()
    except RuntimeError as error:
        print(error)
    print(await other)
    print(await reader.read(-1), reader.at_eof())
    await task
    broken = asyncio.StreamReader()
    broken.set_exception(ValueError('broken'))
    print(broken.exception())
    try:
        await broken.read()
    except ValueError as error:
        print('raised', error)
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)
    waiting = asyncio.StreamReader()
    reading = asyncio.create_task(waiting.readexactly(4))
    await asyncio.sleep(0)
    reading.cancel()
    print(await asyncio.gather(reading, return_exceptions=True))
    waiting.feed_data(b'late')
    print(await waiting.readexactly(4))


asyncio.run(main())
