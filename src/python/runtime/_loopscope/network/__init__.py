"""A network in memory: what a kernel does for sockets.

CPython's own `socket`, `selectors` and asyncio's transports run on it as they are.

    descriptors ◀── channel ◀── streams, datagrams ◀── sockets
    errors, wire, addresses: beneath them; selector: beside them

A *channel* is one end of what a socket is about; the *wire* carries what is under way from one to the other and takes its time.
"""
