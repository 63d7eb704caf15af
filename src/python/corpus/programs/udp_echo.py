import asyncio


class EchoServer(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print('Received %r from %s' % (data.decode(), addr[0]))
        self.transport.sendto(data.upper(), addr)


class EchoClient(asyncio.DatagramProtocol):
    def __init__(self, message, done):
        self.message = message
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        print('Send:', self.message)
        self.transport.sendto(self.message.encode())

    def datagram_received(self, data, addr):
        print('Received:', data.decode())
        self.transport.close()

    def error_received(self, exc):
        print('Error received:', exc)
        self.transport.close()

    def connection_lost(self, exc):
        print('Connection closed')
        self.done.set_result(True)


async def send(address, message):
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(lambda: EchoClient(message, done), remote_addr=address)
    print(transport.get_extra_info('peername') == address)
    await done


async def main():
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(EchoServer, local_addr=('127.0.0.1', 0))
    address = transport.get_extra_info('sockname')
    await send(address, 'hello')
    await send(address, 'again')
    transport.close()
    await asyncio.sleep(0.01)
    await send(address, 'anybody there?')


asyncio.run(main())
