"""A pool of processes, as a pool of threads: what goes in is pickled as for a process, but all share one memory."""

import os
import pickle
from collections.abc import Callable
from concurrent.futures import Future, thread
from typing import Any, override


class ProcessPoolExecutor(thread.ThreadPoolExecutor):
    """Stands in for the one in `concurrent.futures`."""

    def __init__(
        self,
        max_workers: int | None = None,
        mp_context: object = None,
        initializer: Callable[..., object] | None = None,
        initargs: tuple[object, ...] = (),
        *,
        max_tasks_per_child: int | None = None,
    ) -> None:
        if mp_context is not None or max_tasks_per_child is not None:
            raise NotImplementedError("Loopscope does not simulate a ProcessPoolExecutor's mp_context and max_tasks_per_child")
        super().__init__(os.process_cpu_count() if max_workers is None else max_workers, "Process", initializer, initargs)

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        try:
            fn, args, kwargs = pickle.loads(pickle.dumps((fn, args, kwargs)))
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            failed: Future[Any] = Future()
            failed.set_exception(error)
            return failed
        return super().submit(fn, *args, **kwargs)


ProcessPoolExecutor.__module__ = "concurrent.futures.process"
