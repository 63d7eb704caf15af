import asyncio
import os
import socket
import tempfile


async def low_level():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(('127.0.0.1', 0))
    listener.setblocking(False)

    async def serve():
        connection, _ = await loop.sock_accept(listener)
        with connection:
            while data := await loop.sock_recv(connection, 100):
                await loop.sock_sendall(connection, data[::-1])

    server = asyncio.create_task(serve())
    with socket.socket() as client:
        client.setblocking(False)
        await loop.sock_connect(client, listener.getsockname())
        for word in (b'stressed', b'drawer'):
            await loop.sock_sendall(client, word)
            print(await loop.sock_recv(client, 100))
    await server
    listener.close()


async def socket_pair():
    loop = asyncio.get_running_loop()
    one, other = socket.socketpair()
    got = loop.create_future()
    loop.add_reader(one, lambda: got.set_result(one.recv(100)))
    loop.call_soon(other.send, b'abc')
    print(await got, loop.remove_reader(one), loop.remove_reader(one))
    reader, writer = await asyncio.open_connection(sock=one)
    other.send(b'line\nrest')
    other.close()
    print(await reader.readline(), await reader.read())
    writer.close()


async def unix():
    path = os.path.join(tempfile.mkdtemp(), 'sock')

    async def hello(reader, writer):
        writer.write(b'hello ' + await reader.readline())
        writer.close()

    async with await asyncio.start_unix_server(hello, path):
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(b'unix\n')
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


async def main():
    await low_level()
    await socket_pair()
    await unix()


asyncio.run(main())

with socket.create_server(('127.0.0.1', 0)) as server:
    client = socket.create_connection(server.getsockname(), timeout=5)
    connection, address = server.accept()
    print(address == client.getsockname(), client.getpeername() == server.getsockname())
    client.sendall(b'GET /\r\nHost: here\r\n\r\n')
    with connection.makefile('rb') as file:
        print(file.readline(), file.readline(), file.read(2))
    connection.settimeout(0.01)
    try:
        connection.recv(10)
    except TimeoutError as error:
        print('timed out:', error)
    connection.close()
    print(client.recv(10))
    client.close()
try:
    client.send(b'x')
except OSError as error:
    print(error.strerror)
