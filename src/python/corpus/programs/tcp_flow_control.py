import asyncio


class Sender(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.calls = []
        self.lost = asyncio.get_running_loop().create_future()
        transport.set_write_buffer_limits(high=1000, low=200)
        print(transport.get_write_buffer_limits())

    def pause_writing(self):
        self.calls.append('pause')
        print('pause writing', self.transport.get_write_buffer_size() > 1000)

    def resume_writing(self):
        self.calls.append('resume')
        print('resume writing', self.transport.get_write_buffer_size() <= 200)

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def main():
    loop = asyncio.get_running_loop()
    received = loop.create_future()
    start = asyncio.Event()

    async def receive(reader, writer):
        size = 0
        await start.wait()
        while data := await reader.read(1 << 16):
            size += len(data)
        received.set_result(size)
        writer.close()

    server = await asyncio.start_server(receive, '127.0.0.1', 0)
    transport, protocol = await loop.create_connection(Sender, *server.sockets[0].getsockname())
    transport.write(bytes(30_000_000))
    print(protocol.calls)
    transport.close()
    await asyncio.sleep(0.3)
    print('closing', transport.is_closing(), protocol.lost.done())
    start.set()
    print('lost', await protocol.lost)
    print('received', await received)
    print(protocol.calls)
    server.close()
    await server.wait_closed()


asyncio.run(main())
