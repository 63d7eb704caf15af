"""What CPython's `_thread` offers, for simulated threads: all that `threading` and `queue` build on.

Each wait is a generator that yields in order to wait.
"""

import threading
import types
from collections import deque
from collections.abc import Callable, Generator
from types import FunctionType, MethodType

from . import switching, threads, twins
from .threads import SimThread, begin_wait, wait, wake

_LONGEST = threading.TIMEOUT_MAX
_FAIR_AFTER = 1_000_000
"""A lock goes straight to who has waited for it for longer than this: TIME_TO_BE_FAIR_NS of CPython's Python/lock.c."""

type Wait = Generator[None, None, bool]


def waits[**P](twin: Callable[P, Wait]) -> Callable[[Callable[P, bool]], Callable[P, bool]]:
    """Names the generator function by which a function waits."""
    coroutine = types.coroutine(twin)

    def declare(function: Callable[P, bool]) -> Callable[P, bool]:
        if isinstance(function, FunctionType) and isinstance(coroutine, FunctionType):
            twins.declare(function, coroutine)
        return function

    return declare


def sleepuntil(until: int) -> Wait:
    """Waits for the clock."""
    begin_wait(until, "sleep")
    yield
    return True


def until(timeout: float) -> int:
    """The time after a number of seconds from now, in nanoseconds."""
    return threads.now() + round(timeout * 1e9)


class Lock:
    """A lock that is not reentrant."""

    __slots__ = ("__weakref__", "_locked", "_waiters")

    def __init__(self) -> None:
        self._locked = False
        self._waiters: deque[tuple[SimThread, int]] = deque()

    def _acquire(self, blocking: bool = True, timeout: float = -1) -> Wait:
        deadline = _check(blocking, timeout)
        if not self._locked:
            self._locked = True
            return True
        if not blocking or timeout == 0:
            return False
        since = threads.now()
        self._waiters.append((begin_wait(deadline, "lock.acquire"), since))
        while True:
            try:
                yield
            except GeneratorExit:  # Ctrl+C has ended the wait
                self._waiters.remove((threads.current, since))
                raise
            thread = threads.current
            if (thread, since) not in self._waiters:  # it was handed over
                return True
            self._waiters.remove((thread, since))
            if not self._locked:
                self._locked = True
                return True
            if thread.timed_out:
                return False
            begin_wait(deadline, "lock.acquire")
            self._waiters.appendleft((thread, since))

    @waits(_acquire)
    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Takes the lock, if necessary after waiting for it; answers whether it could."""
        if not self._locked and blocking is True and timeout == -1:
            self._locked = True
            return True
        return wait(self._acquire(blocking, timeout))

    __enter__ = acquire

    def release(self) -> None:
        """Gives the lock back; who waits longest may have it."""
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False
        if self._waiters:
            thread, since = self._waiters[0]
            if threads.now() - since >= _FAIR_AFTER:
                self._waiters.popleft()
                self._locked = True
            wake(thread)

    def __exit__(self, *_: object) -> None:
        self.release()

    def locked(self) -> bool:
        """Whether anybody has it."""
        return self._locked

    def _at_fork_reinit(self) -> None:
        self._locked = False

    def __repr__(self) -> str:
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"


Lock.__name__ = Lock.__qualname__ = "lock"
Lock.__module__ = "_thread"


def _check(blocking: bool, timeout: float) -> int | None:
    """Until when to wait, or None for ever. The errors are those of `lock_acquire_parse_args` in CPython's Modules/_threadmodule.c."""
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > _LONGEST:
        raise OverflowError("timeout value is too large")
    return None if timeout == -1 else until(timeout)


class RLock(threading._PyRLock):
    """A reentrant lock: CPython's own in Python, by the name of the one in C."""

    def __repr__(self) -> str:
        state = "locked" if self.locked() else "unlocked"
        return f"<{state} _thread.RLock object owner={self._owner or 0} count={self._count} at {id(self):#x}>"


RLock.__module__ = "_thread"


class ThreadHandle:
    """By which a thread is joined."""

    def __init__(self) -> None:
        self.thread: SimThread | None = None
        self._done = False

    @property
    def ident(self) -> int:
        """The thread's number, 0 before it has begun."""
        return 0 if self.thread is None else self.thread.ident

    def is_done(self) -> bool:
        """Whether the thread has ended."""
        return self._done or (self.thread is not None and self.thread.done)

    def _set_done(self) -> None:
        self._done = True

    def _join(self, timeout: float | None = None) -> Wait:
        thread = self.thread
        deadline = None if timeout is None or timeout < 0 else until(timeout)
        if thread is None:
            raise RuntimeError("thread not started")
        if timeout == 0:
            return self.is_done()
        while not self.is_done():
            thread.joiners.append(begin_wait(deadline, "Thread.join"))
            yield
            if threads.current.timed_out:
                break
        return True

    @waits(_join)
    def join(self, timeout: float | None = None) -> bool:
        """Waits for the thread's end."""
        return wait(self._join(timeout))


ThreadHandle.__name__ = ThreadHandle.__qualname__ = "_ThreadHandle"
ThreadHandle.__module__ = "_thread"


def make_handle(ident: int) -> ThreadHandle:
    """A handle of a thread that runs already."""
    handle = ThreadHandle()
    handle.thread = next((thread for thread in (threads.main_thread(), *threads.alive()) if thread.ident == ident), None)
    return handle


def start_joinable_thread(function: Callable[[], object], handle: ThreadHandle | None = None, daemon: bool = True) -> ThreadHandle:
    """Begins a thread that calls a function."""
    handle = handle or ThreadHandle()
    handle.thread = threads.start(_run(function, (), {}), daemon, _label(function))
    return handle


def start_new_thread(function: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object] | None = None, /) -> int:
    """Begins a thread that nobody can join."""
    return threads.start(_run(function, args, kwargs or {}), True, ("", threads.function_name(function))).ident


async def _run(function: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> object:
    return await (switching.run @ (switching.pick @ function)(*args, **kwargs))


def _label(bootstrap: object) -> tuple[str, str] | None:
    """A thread's name and function. asyncio's own, which waits for a pool to end, is nothing to look at."""
    thread = bootstrap.__self__ if type(bootstrap) is MethodType else None
    if not isinstance(thread, threading.Thread):
        return "", threads.function_name(bootstrap)
    target = getattr(thread, "_target", None)
    function = target.__func__ if type(target) is MethodType else target
    name = threads.function_name(function)
    return None if name == "BaseEventLoop._do_shutdown" else (str(thread._name), name)


def join_all() -> None:
    """Waits for all threads whose end the program's end waits for."""
    for thread in threads.alive():
        handle = ThreadHandle()
        handle.thread = thread
        if not thread.daemon:
            handle.join()


def get_ident() -> int:
    """The number of the thread that runs."""
    return threads.current.ident
