import asyncio


class Shy(asyncio.Protocol):
    def __init__(self, name):
        self.name = name
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, 'made')

    def data_received(self, data):
        print(self.name, 'data', data)

    def eof_received(self):
        print(self.name, 'eof')
        return False

    def connection_lost(self, exc):
        print(self.name, 'lost', exc)
        if not self.lost.done():
            self.lost.set_result(exc)


async def main():
    loop = asyncio.get_running_loop()
    made = []

    def factory():
        made.append(Shy(f'server-{len(made)}'))
        return made[-1]

    server = await loop.create_server(factory, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    clients = []
    for i in range(3):
        transport, protocol = await loop.create_connection(lambda: Shy(f'client-{i}'), '127.0.0.1', port)
        await asyncio.sleep(0.01)
        clients.append(protocol)
    print('close the server; connections stay')
    server.close()
    clients[0].transport.write(b'still here')
    await asyncio.sleep(0.01)
    made[1].transport.write(b'from the server')
    await asyncio.sleep(0.01)
    print('close one by one')
    clients[0].transport.close()
    await made[0].lost
    made[1].transport.abort()
    await clients[1].lost
    clients[2].transport.write_eof()
    await made[2].lost
    await server.wait_closed()
    print(sorted(type(p.transport).__name__ for p in made)[0], [p.transport.is_closing() for p in made + clients])


asyncio.run(main())
