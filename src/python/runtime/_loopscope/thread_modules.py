"""Gives the standard library simulated threads: its own `threading`, `queue` and `concurrent.futures` stay as they are, on our locks."""

import _thread
import _threading_local
import os
import queue
import threading
from asyncio import events
from collections.abc import Callable
from concurrent.futures import process, thread

from . import thread_locks as ours
from .processes import ProcessPoolExecutor

_CPU_COUNT = 4
"""The machine on which programs run has four processors, whatever the real one has. A pool has 4 + 4 workers unless told otherwise."""


class SimpleQueue(queue._PySimpleQueue):
    """CPython's own in Python, by the name of the one in C."""


SimpleQueue.__module__ = "_queue"


def _main_ident() -> int:
    return ours.threads.main_thread().ident


def _cpu_count() -> int:
    return _CPU_COUNT


def _daemons_allowed() -> bool:
    return True


def install() -> None:
    """Puts ours in the places of what C offers."""
    lock: dict[str, object] = {"lock": ours.Lock, "LockType": ours.Lock, "allocate_lock": ours.Lock, "allocate": ours.Lock}
    calls: dict[str, Callable[..., object]] = {
        "RLock": ours.RLock,
        "_ThreadHandle": ours.ThreadHandle,
        "_make_thread_handle": ours.make_handle,
        "_shutdown": ours.join_all,
        "daemon_threads_allowed": _daemons_allowed,
        "get_ident": ours.get_ident,
        "_get_main_thread_ident": _main_ident,
        "start_joinable_thread": ours.start_joinable_thread,
        "start_new_thread": ours.start_new_thread,
        "start_new": ours.start_new_thread,
        "_local": _threading_local.local,
    }
    _set(_thread, lock | calls)
    _set(
        threading,
        {
            "Lock": ours.Lock,
            "_LockType": ours.Lock,
            "_allocate_lock": ours.Lock,
            "_CRLock": ours.RLock,
            "_start_joinable_thread": ours.start_joinable_thread,
            "_daemon_threads_allowed": _daemons_allowed,
            "_thread_shutdown": ours.join_all,
            "_make_thread_handle": ours.make_handle,
            "_ThreadHandle": ours.ThreadHandle,
            "get_ident": ours.get_ident,
            "_get_main_thread_ident": _main_ident,
            "local": _threading_local.local,
            "_active_limbo_lock": ours.RLock(),
        },
    )
    threading._main_thread._os_thread_handle = ours.make_handle(_main_ident())
    queue.SimpleQueue = SimpleQueue
    process.ProcessPoolExecutor = ProcessPoolExecutor
    _set(thread, {"_global_shutdown_lock": ours.Lock()})
    _set(os, {"cpu_count": _cpu_count, "process_cpu_count": _cpu_count})
    events._BaseDefaultEventLoopPolicy._Local = type("_Local", (_threading_local.local,), {"_loop": None})


def _set(module: object, names: dict[str, object]) -> None:
    for name, value in names.items():
        setattr(module, name, value)
