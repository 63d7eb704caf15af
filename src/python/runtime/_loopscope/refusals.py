"""What the simulated loop cannot do yet, refused by name."""

from asyncio import base_events

_REFUSED = {
    "run_in_executor": "running a function in a thread or process (to_thread, run_in_executor)",
    "connect_read_pipe": "pipes",
    "connect_write_pipe": "pipes",
    "subprocess_exec": "subprocesses (create_subprocess_exec)",
    "subprocess_shell": "subprocesses (create_subprocess_shell)",
    "start_tls": "TLS (start_tls)",
    "_make_ssl_transport": "TLS (ssl=)",
    "sendfile": "sending files (sendfile)",
    "sock_sendfile": "sending files (sock_sendfile)",
    "add_signal_handler": "signals (add_signal_handler)",
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
