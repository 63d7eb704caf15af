"""Runs a program as `python program.py` would."""

import ast
import asyncio
import atexit
import contextlib
import gc
import inspect
import linecache
import os
import random
import runpy
import sys
import threading
import traceback
from collections.abc import Callable
from functools import partial
from types import CodeType, FunctionType, ModuleType

from . import (
    clocks,
    handles,
    interrupts,
    log,
    loop,
    monitoring,
    output,
    places,
    pools,
    refusals,
    sessions,
    sources,
    stacks,
    stand_ins,
    thread_modules,
    weaving,
)
from . import vocabulary as v
from .network import addresses, in_threads, operations, wire, world

FOR_STAND_INS = (addresses, operations, pools, sessions, wire)
"""What they import of the runtime: it has to be there before the program runs."""
_INTERRUPTED = 130
"""What a shell sees of a program that died of SIGINT."""

attach = log.attach
load_stand_ins = stand_ins.load
was_written = output.was_written
was_read = output.was_read
interrupts_read = interrupts.interrupts_read


def turn_address() -> int:
    """Where in memory the engine writes the handles of a turn."""
    return handles.turn.buffer_info()[0]


def run(
    folder: str,
    path: str,
    argv: list[str],
    module: str,
    top_level_await: bool,
    seed: int,
    with_lines: bool,
    line_cost: int,
    network: str,
    presses: list[int],
) -> None:
    """Runs the file at `path`, below `folder`, or a module if one is named, and tells the host how it ended. Never returns."""
    places.set_root(folder if folder.endswith("/") else f"{folder}/")
    os.chdir(folder)
    sys.argv = argv
    sys.orig_argv = [sys.executable, *argv]
    sys.path[:] = [folder, *filter(None, sys.path)]  # without the folder that one is in, which Pyodide adds
    sys.excepthook = sys.__excepthook__
    _hide()
    random.seed(seed)
    world.set_conditions(network, seed)
    output.install()
    clocks.install()
    thread_modules.install()
    in_threads.install()
    stacks.install()
    loop.install()
    refusals.install()
    weaving.install()
    interrupts.install(presses)
    linecache.clearcache()
    gc.freeze()  # what there is before the program is no garbage of its: looking through all of it takes longer than many programs
    outcome, status, text = _run(path, module, top_level_await, with_lines, line_cost)
    output.flush()
    log.call(log.host.end, outcome, status, text)


def _run(path: str, module: str, top_level_await: bool, with_lines: bool, line_cost: int) -> tuple[int, int, str]:
    main = ModuleType("__main__")
    main.__dict__.update(__builtins__=sys.modules["builtins"])
    sys.modules["__main__"] = main
    if module:
        work = partial(runpy._run_module_as_main, module)
    else:
        main.__dict__.update(__file__=path)
        try:
            flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if top_level_await else 0
            work = _program(sources.compile_file(path, flags), main)
        except SyntaxError as error:
            return _report(error.with_traceback(None))
    log.host.bound_stack()
    monitoring.start(with_lines, line_cost)
    ending = _execute(work)
    _finalize(main)
    return ending


def _program(code: CodeType, main: ModuleType) -> Callable[[], object]:
    """What runs a program's file. One that awaits outside of functions is a coroutine, as each entry is for `python -m asyncio`."""
    if code.co_flags & inspect.CO_COROUTINE:
        return lambda: asyncio.run(FunctionType(code, main.__dict__)())
    return lambda: exec(code, main.__dict__)


def _execute(work: Callable[[], object]) -> tuple[int, int, str]:
    try:
        work()
    except BaseException as error:
        return _report(error.with_traceback(stacks.of_the_program(error.__traceback__)))
    return v.COMPLETED, 0, ""


def _report(error: BaseException) -> tuple[int, int, str]:
    """Prints what python prints for an exception that leaves the program: answers the outcome, the exit status and a line on it."""
    if isinstance(error, SystemExit):
        return v.COMPLETED, _exit_status(error.code), ""
    sys.last_exc = sys.last_value = error  # as for python, it lives to the end, and what its frames hold does, too
    sys.last_type, sys.last_traceback = type(error), error.__traceback__
    sys.excepthook(type(error), error, error.__traceback__)
    status = _INTERRUPTED if isinstance(error, KeyboardInterrupt) else 1
    return v.FAILED, status, "".join(traceback.format_exception_only(error)).strip().splitlines()[-1] + _where(error)


def _where(error: BaseException) -> str:
    if isinstance(error, SyntaxError) and error.filename:
        return f" (line {error.lineno})"
    users = [(path, line) for frame, line in traceback.walk_tb(error.__traceback__) if (path := places.user_file(frame.f_code))]
    return " at {}:{}".format(*users[-1]) if users else ""


def _exit_status(code: object) -> int:
    """See `handle_system_exit` in CPython's Python/pythonrun.c."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def _finalize(main: ModuleType) -> None:
    """What `Py_FinalizeEx` does that a program can see: exit handlers, then the end of its objects."""
    threading._shutdown()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.flush()
    asyncio.events._event_loop_policy = None
    monitoring.silence_others()
    stacks.end_of_modules()
    sys.last_exc = sys.last_value = sys.last_type = sys.last_traceback = None
    _clear(main.__dict__)
    gc.collect()


def _clear(names: dict[str, object]) -> None:
    """In the order of CPython's `_PyModule_ClearDict`: names with one leading underscore first, builtins never."""
    for early in (True, False):
        for name in list(names):
            if (name.startswith("_") and not name.startswith("__")) == early and name != "__builtins__":
                names[name] = None


class _HiddenModules:
    """A finder for what ordinary Python does not have: the bridges of the interpreter to its host, and this package."""

    _NAMES = frozenset({"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "_loopscope"})

    @classmethod
    def find_spec(cls, name: str, path: object = None, target: object = None) -> None:
        """Refuses the hidden names as python refuses a module that does not exist."""
        if name.partition(".")[0] in cls._NAMES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _hide() -> None:
    """Takes the runtime and Pyodide's own modules out of the program's sight."""
    hidden = {name: sys.modules.pop(name) for name in list(sys.modules) if name.partition(".")[0] in _HiddenModules._NAMES}
    sys.meta_path.insert(0, _HiddenModules)
    stand_ins.install(hidden)
