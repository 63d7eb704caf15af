import asyncio


async def echo(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line)
            await writer.drain()
    except ConnectionError as error:
        print("handler:", type(error).__name__)
    finally:
        writer.close()


async def connected(server):
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.writelines([b"hel", b"lo\n"])
    print("echoed", await reader.readline(), "can write eof:", writer.can_write_eof())
    return reader, writer


async def closed_kindly():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    reader, writer = await connected(server)
    server.close()
    server.close_clients()
    print("read:", await reader.read())
    await server.wait_closed()
    print("serving:", server.is_serving())
    writer.close()
    await writer.wait_closed()


async def aborted():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    reader, writer = await connected(server)
    server.close()
    server.abort_clients()
    try:
        print("read:", await reader.read())
    except ConnectionResetError:
        print("reset")
    await server.wait_closed()
    writer.close()


async def waits_for_clients():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    _, writer = await connected(server)
    server.close()
    try:
        async with asyncio.timeout(0.05):
            await server.wait_closed()
    except TimeoutError:
        print("still somebody there")
    writer.close()
    await server.wait_closed()
    print("all gone")


async def main():
    await closed_kindly()
    await aborted()
    await waits_for_clients()


asyncio.run(main(), loop_factory=asyncio.EventLoop)
