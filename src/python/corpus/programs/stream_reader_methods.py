import asyncio


async def server(reader, writer):
    writer.write(b'one\ntwo\nthree;four;')
    writer.write(bytes(range(10)))
    writer.write(b'no end of line')
    await writer.drain()
    writer.close()


async def main():
    srv = await asyncio.start_server(server, '127.0.0.1', 0)
    port = srv.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    print(await reader.readline(), await reader.readuntil(), await reader.readuntil(b';'))
    print(await reader.readuntil(b';'))
    print(await reader.readexactly(10), await reader.readexactly(0))
    print(await reader.read(2), reader.at_eof())
    try:
        await reader.readuntil(b'\n')
    except asyncio.IncompleteReadError as error:
        print(repr(error), error.partial, error.expected)
    print(reader.at_eof(), await reader.read(), await reader.readline(), await reader.read(5))
    try:
        await reader.readexactly(3)
    except asyncio.IncompleteReadError as error:
        print(error)
    try:
        await reader.readexactly(-1)
    except ValueError as error:
        print(error)
    writer.close()

    reader, writer = await asyncio.open_connection('127.0.0.1', port, limit=4)
    print(await reader.readline())
    await asyncio.sleep(0.05)
    try:
        await reader.readuntil(b';')
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    print(await reader.readexactly(4))
    try:
        await reader.readline()
    except ValueError as error:
        print(error)
    writer.close()
    srv.close()
    await srv.wait_closed()


asyncio.run(main())
