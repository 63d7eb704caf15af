import asyncio
import socket


class Lines(asyncio.Protocol):
    """Answers each line in capitals, two writes at once."""

    def connection_made(self, transport):
        self.transport = transport
        self.kept = b""

    def data_received(self, data):
        *lines, self.kept = (self.kept + data).split(b"\n")
        self.transport.writelines([line.upper() + b"\n" for line in lines])

    def eof_received(self):
        self.transport.write(b"bye\n")


class Chunks(asyncio.BufferedProtocol):
    """Reads into a buffer of its own, eight bytes long."""

    def __init__(self, over):
        self.over = over
        self.buffer = bytearray(8)
        self.got = []

    def connection_made(self, transport):
        print("made:", isinstance(self, asyncio.BaseProtocol), transport.get_protocol() is self)

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        self.got.append(bytes(self.buffer[:nbytes]))

    def eof_received(self):
        print("the other side is done")

    def connection_lost(self, error):
        self.over.set_result((error, b"".join(self.got)))


async def buffered(address):
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Chunks(over), *address)
    kinds = (asyncio.BaseTransport, asyncio.ReadTransport, asyncio.WriteTransport, asyncio.Transport, asyncio.DatagramTransport)
    print([isinstance(transport, kind) for kind in kinds])
    print("reading:", transport.is_reading())
    transport.pause_reading()
    transport.write(b"first line\nsecond ")
    await asyncio.sleep(0.01)
    print("paused:", transport.is_reading(), protocol.got)
    transport.resume_reading()
    transport.writelines((b"line\n", b"third\n"))
    print("can write eof:", transport.can_write_eof())
    transport.write_eof()
    print(await over)
    print("closing:", transport.is_closing(), transport.get_write_buffer_size())


async def upgraded(address):
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_connection(asyncio.Protocol, *address)
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    transport.set_protocol(protocol)
    protocol.connection_made(transport)
    writer = asyncio.StreamWriter(transport, protocol, reader, loop)
    print("now streams:", transport.get_protocol() is protocol, writer.transport is transport, writer.can_write_eof())
    writer.writelines([b"over ", b"streams\n"])
    await writer.drain()
    print(await reader.readline())
    fed = asyncio.StreamReader(limit=4)
    fed.set_transport(transport)
    fed.feed_data(b"more than twice its limit")
    print("paused by its reader:", not transport.is_reading(), await fed.read(50), transport.is_reading())
    writer.close()
    await writer.wait_closed()


async def accepted_by_hand():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, protocol = await loop.connect_accepted_socket(Lines, ours)
    theirs.setblocking(False)
    written = loop.create_future()

    def can_write():
        theirs.send(b"by hand\n")
        written.set_result(loop.remove_writer(theirs))

    loop.add_writer(theirs, can_write)
    print("watched:", await written, "again:", loop.remove_writer(theirs))
    print(await loop.sock_recv(theirs, 100))
    transport.abort()
    print("after abort:", await loop.sock_recv(theirs, 100), transport.is_closing())
    theirs.close()


async def left_open():
    """What nobody closes is closed when the program ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(asyncio.Protocol, "127.0.0.1", 0)
    transport, _ = await loop.create_connection(asyncio.Protocol, *server.sockets[0].getsockname())
    await asyncio.sleep(0.01)
    print("left open:", not transport.is_closing())


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Lines, "127.0.0.1", 0, start_serving=False)
    print("serving:", server.is_serving(), isinstance(server, asyncio.AbstractServer), isinstance(server, asyncio.Server))
    await server.start_serving()
    print("serving:", server.is_serving(), server.get_loop() is loop)
    address = server.sockets[0].getsockname()
    await buffered(address)
    await upgraded(address)
    await accepted_by_hand()
    server.close()
    await server.wait_closed()
    print("serving:", server.is_serving(), server.sockets)


asyncio.run(main())
asyncio.run(left_open())
