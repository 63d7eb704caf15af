"""One line that says why nothing can ever run again."""

import asyncio

from . import awaiting, places, tasks, threads


def describe() -> str:
    """Names the tasks that are still pending and the line on which each waits."""
    waits = [f"{_name(task)} waits at {place}" if (place := _place(task)) else f"{_name(task)} waits" for task in _pending()]
    if threads.any_alive():
        waits.append(threads.describe(None))
    return f"nothing can run again: {'; '.join(waits)}" if waits else "nothing can run again: the loop runs and has nothing to do"


def _pending() -> list[asyncio.Task[object]]:
    """In order of creation."""
    return sorted((task for task in asyncio.all_tasks() if not task.done()), key=tasks.number_of)


def _name(task: asyncio.Task[object]) -> str:
    name, coro = task.get_name(), getattr(task.get_coro(), "__qualname__", "")
    return f"{name} ({coro})" if coro else name


def _place(task: asyncio.Task[object]) -> str:
    frame = awaiting.place(task)
    return "" if frame is None else f"{places.user_file(frame.f_code)}:{frame.f_lineno}"
