import asyncio


async def rude(reader, writer):
    """Closes with data unread: the client is told so by a reset."""
    await reader.readexactly(1)
    writer.transport.pause_reading()
    await asyncio.sleep(0.1)
    writer.close()


async def writes_on(reader, writer):
    try:
        for i in range(10):
            writer.write(b'x' * 1000)
            await writer.drain()
            await asyncio.sleep(0.05)
        print('never')
    except ConnectionError as error:
        print('server sees', type(error).__name__)
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError as error:
            print('closed after', type(error).__name__)


async def main():
    server = await asyncio.start_server(rude, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'a')
    await asyncio.sleep(0.05)
    writer.write(b'unread')
    try:
        print(await reader.read())
    except ConnectionResetError as error:
        print(repr(error))
    writer.close()
    server.close()

    server = await asyncio.start_server(writes_on, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(len(await reader.readexactly(1000)))
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.5)
    server.close()
    await server.wait_closed()


asyncio.run(main())
