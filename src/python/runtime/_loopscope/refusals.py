"""What the simulated loop cannot do yet, refused by name."""

from asyncio import base_events

_REFUSED = {
    "run_in_executor": "running a function in a thread or process (to_thread, run_in_executor)",
    "getaddrinfo": "the network (looking up a host)",
    "getnameinfo": "the network (looking up an address)",
    "create_connection": "the network (open_connection, create_connection)",
    "create_server": "the network (start_server, create_server)",
    "create_datagram_endpoint": "the network (datagrams)",
    "create_unix_connection": "sockets (open_unix_connection)",
    "create_unix_server": "sockets (start_unix_server)",
    "sock_connect": "sockets",
    "sock_accept": "sockets",
    "sock_recv": "sockets",
    "sock_sendall": "sockets",
    "connect_read_pipe": "pipes",
    "connect_write_pipe": "pipes",
    "subprocess_exec": "subprocesses (create_subprocess_exec)",
    "subprocess_shell": "subprocesses (create_subprocess_shell)",
    "start_tls": "TLS (start_tls)",
    "add_signal_handler": "signals (add_signal_handler)",
    "add_reader": "file descriptors (add_reader)",
    "add_writer": "file descriptors (add_writer)",
}


def refuse(loop_class: type[base_events.BaseEventLoop]) -> None:
    """Makes the loop's methods that need a real outside raise an error that says what is missing."""
    for name, what in _REFUSED.items():
        setattr(loop_class, name, _refusal(name, what))


def _refusal(name: str, what: str) -> object:
    def refused(*_: object, **__: object) -> None:
        raise NotImplementedError(f"Loopscope does not simulate {what} yet")

    refused.__name__ = name
    return refused
