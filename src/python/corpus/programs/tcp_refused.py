import asyncio
import errno
import socket


def free_port():
    with socket.socket() as sock:
        sock.bind(('127.0.0.1', 0))
        return sock.getsockname()[1]


async def main():
    port = free_port()
    for attempt in range(3):
        try:
            await asyncio.open_connection('127.0.0.1', port)
        except ConnectionRefusedError as error:
            print(attempt, str(error).replace(str(port), 'PORT'), error.errno == errno.ECONNREFUSED)
            await asyncio.sleep(0.01)
    try:
        await asyncio.gather(
            asyncio.open_connection('127.0.0.1', port), asyncio.open_connection('127.0.0.1', port), return_exceptions=False)
    except OSError as error:
        print(type(error).__name__, error.errno)
    server = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', port)
    try:
        await asyncio.start_server(print, '127.0.0.1', port)
    except OSError as error:
        print(type(error).__name__, error.errno == errno.EADDRINUSE)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as error:
        print('refused again', repr(error).replace(str(port), 'PORT'))
    try:
        await asyncio.open_connection('host.invalid', 80)
    except socket.gaierror as error:
        print(type(error).__name__, error.errno == socket.EAI_NONAME)


asyncio.run(main())
