import asyncio
import os
import socket
import tempfile


class Hello(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b"hello from a unix socket")
        transport.close()


class Collect(asyncio.Protocol):
    def __init__(self, over):
        self.over = over
        self.text = b""

    def data_received(self, data):
        self.text += data

    def connection_lost(self, error):
        self.over.set_result(self.text)


async def unix():
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "socket")
        server = await loop.create_unix_server(Hello, path)
        await loop.create_unix_connection(lambda: Collect(over), path)
        print(await over)
        server.close()
        await server.wait_closed()
        try:
            await loop.create_unix_connection(lambda: Collect(over), os.path.join(folder, "nobody"))
        except FileNotFoundError as error:
            print(type(error).__name__, error.errno)


async def datagrams():
    loop = asyncio.get_running_loop()
    with socket.socket(type=socket.SOCK_DGRAM) as one, socket.socket(type=socket.SOCK_DGRAM) as other:
        for sock in (one, other):
            sock.setblocking(False)
            sock.bind(("127.0.0.1", 0))
        print("sent", await loop.sock_sendto(one, b"ping", other.getsockname()))
        data, sender = await loop.sock_recvfrom(other, 100)
        print(data, sender == one.getsockname())
        await loop.sock_sendto(other, b"pong", sender)
        buffer = bytearray(10)
        size, sender = await loop.sock_recvfrom_into(one, buffer)
        print(size, bytes(buffer[:size]), sender == other.getsockname())


async def into_a_buffer():
    loop = asyncio.get_running_loop()
    one, other = socket.socketpair()
    with one, other:
        one.setblocking(False)
        other.setblocking(False)
        waiting = asyncio.create_task(loop.sock_recv_into(other, buffer := bytearray(4)))
        await asyncio.sleep(0)
        await loop.sock_sendall(one, b"abcdefg")
        size = await waiting
        print(size, bytes(buffer))
        print(await loop.sock_recv_into(other, buffer), bytes(buffer))


async def names():
    loop = asyncio.get_running_loop()
    for family, kind, _, _, address in await loop.getaddrinfo("127.0.0.1", 8080, type=socket.SOCK_STREAM):
        print(family.name, kind.name, address)
    print(await loop.getnameinfo(("127.0.0.1", 8080), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))


async def main():
    await unix()
    await datagrams()
    await into_a_buffer()
    await names()


asyncio.run(main())
