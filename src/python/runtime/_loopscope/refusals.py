"""What is not simulated, refused by name."""

import os
import platform
import posix
import subprocess
import sys
from asyncio import base_events
from collections.abc import Callable
from functools import partial

OF_LOOPS = {
    "connect_read_pipe": "pipes",
    "connect_write_pipe": "pipes",
    "subprocess_exec": "subprocesses (create_subprocess_exec)",
    "subprocess_shell": "subprocesses (create_subprocess_shell)",
    "start_tls": "TLS (start_tls)",
    "sendfile": "sending files (sendfile)",
    "sock_sendfile": "sending files (sock_sendfile)",
}
"""Methods of loops."""

OF_OS = ("system", "popen", "fork", "execv", "execve", "spawnv", "spawnve", "spawnvp", "spawnvpe")
"""What starts processes; all else in `os` that does so calls one of these. Where Node runs Python, `system` would be the machine's own."""

OF_IMPORTS = {"_multiprocessing": "processes (multiprocessing)"}
"""Modules that Pyodide lacks, by what one misses with them."""


def refuse(loop_class: type[base_events.BaseEventLoop]) -> None:
    """Makes the loop's methods that need a real outside raise an error that says what is missing."""
    for name, what in OF_LOOPS.items():
        setattr(loop_class, name, _refusal(name, what))


def install() -> None:
    """Refuses what is no method of a loop."""
    for name in filter(partial(hasattr, os), OF_OS):
        refusal = _refusal(name, f"subprocesses (os.{name})")
        setattr(os, name, refusal)
        if hasattr(posix, name):
            setattr(posix, name, refusal)
    subprocess.Popen.__init__ = _refusal("__init__", "subprocesses (subprocess)")
    # `platform.platform()` starts processes to ask about the machine, and makes do without answers.
    platform._Processor.get_emscripten = staticmethod(str)
    platform._syscmd_file = lambda _target, default="": default
    sys.meta_path.insert(0, _RefusedModules)


class _RefusedModules:
    """A finder that says what a module would have been for, in the words of an import that fails."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        """Raises for the modules in OF_IMPORTS."""
        if name in OF_IMPORTS:
            raise ModuleNotFoundError(_message(OF_IMPORTS[name]), name=name)


def _refusal(name: str, what: str) -> Callable[..., None]:
    def refused(*_: object, **__: object) -> None:
        raise NotImplementedError(_message(what))

    refused.__name__ = name
    return refused


def _message(what: str) -> str:
    return f"Loopscope does not simulate {what} yet"
