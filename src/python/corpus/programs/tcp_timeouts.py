import asyncio


async def slow(reader, writer):
    try:
        request = await reader.readline()
        await asyncio.sleep(0.3)
        writer.write(b'answer to ' + request)
        await writer.drain()
    except ConnectionError as error:
        print('server:', type(error).__name__)
    finally:
        writer.close()


async def ask(port, text, timeout):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    try:
        writer.write(text.encode() + b'\n')
        async with asyncio.timeout(timeout):
            return await reader.readline()
    except TimeoutError:
        return 'too late'
    finally:
        writer.close()
        await writer.wait_closed()


async def main():
    server = await asyncio.start_server(slow, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    print(await ask(port, 'patient', 1))
    print(await ask(port, 'hasty', 0.1))
    print(await asyncio.gather(ask(port, 'one', 0.5), ask(port, 'two', 0.05), ask(port, 'three', 0.6)))
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    try:
        await asyncio.wait_for(reader.read(1), 0.05)
    except asyncio.TimeoutError as error:
        print(repr(error))
    writer.close()
    await asyncio.sleep(0.4)
    server.close()
    await server.wait_closed()
    print('done')


asyncio.run(main())
