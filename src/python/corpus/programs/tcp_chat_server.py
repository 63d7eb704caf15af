import asyncio

clients = {}


async def broadcast(message, but=None):
    for name, writer in clients.items():
        if name != but:
            writer.write(f'{message}\n'.encode())
    await asyncio.gather(*(writer.drain() for name, writer in clients.items() if name != but))


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    clients[name] = writer
    await broadcast(f'* {name} joined', but=name)
    try:
        while line := await reader.readline():
            await broadcast(f'<{name}> {line.decode().strip()}', but=name)
    finally:
        del clients[name]
        await broadcast(f'* {name} left')
        writer.close()
        await writer.wait_closed()


async def client(port, name, delay, lines):
    await asyncio.sleep(delay)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(f'{name}\n'.encode())
    heard = asyncio.create_task(listen(reader, name))
    for line in lines:
        await asyncio.sleep(0.1)
        writer.write(f'{line}\n'.encode())
        await writer.drain()
    await asyncio.sleep(0.15)
    writer.write_eof()
    await heard
    writer.close()
    await writer.wait_closed()


async def listen(reader, name):
    async for line in reader:
        print(f'{name} hears {line.decode().strip()!r}')


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server, asyncio.TaskGroup() as group:
        group.create_task(client(port, 'ann', 0, ['hello', 'anybody?', 'bye']))
        group.create_task(client(port, 'bob', 0.03, ['hi ann', 'here']))
        group.create_task(client(port, 'eve', 0.06, ['...']))
    print('left:', clients)


asyncio.run(main())
