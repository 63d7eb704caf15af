import asyncio
import socket
import threading
import time


def serve(listener, count):
    for _ in range(count):
        connection, _ = listener.accept()
        threading.Thread(target=answer, args=(connection,)).start()

def answer(connection):
    with connection:
        data = connection.recv(100)
        time.sleep(0.5)
        connection.sendall(data.upper())

def ask(address, word):
    with socket.create_connection(address) as connection:
        connection.sendall(word)
        return connection.recv(100)

async def main():
    listener = socket.create_server(("127.0.0.1", 0))
    address = listener.getsockname()
    server = threading.Thread(target=serve, args=(listener, 4))
    server.start()
    begin = time.monotonic()
    print(await asyncio.gather(*(asyncio.to_thread(ask, address, word) for word in (b"one", b"two", b"three"))))
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"four")
    print(await reader.read())
    writer.close()
    server.join()
    listener.close()
    print(0.9 < time.monotonic() - begin < 1.5)

asyncio.run(main())

# the main thread blocks while threads serve
listener = socket.create_server(("127.0.0.1", 0))
server = threading.Thread(target=serve, args=(listener, 1))
server.start()
print(ask(listener.getsockname(), b"from the main thread"))
server.join()
listener.close()
