"""The context variables of tasks, as the program's own code made them: what each task's context holds, after each of its steps.

Values set within a step are seen when it ends: a look at each line would cost too much, and whoever else could read them runs
only after it. Nobody looks before the program's own code has named `ContextVar`.
"""

import asyncio
import gc
import sys
from contextvars import ContextVar
from types import CodeType, ModuleType

from . import log
from . import vocabulary as v
from .log import emit
from .summary import summarise
from .tasks import TaskRecord

_NOT_THE_PROGRAMS = frozenset(
    id(thing)
    for module in list(sys.modules.values())
    if issubclass(type(module), ModuleType)
    for thing in (*gc.get_referents(module), *vars(module).values())
    if type(thing) is ContextVar
)
"""Those of the standard library, which was imported before any program: they never die. C modules keep theirs out of sight."""

used = False
"""Whether the program has code that may make context variables."""

_get_context = asyncio.Task.get_context
_labels: dict[int, int] = {}
_taken: dict[str, int] = {}


def meet(code: CodeType) -> None:
    """Some of the user's code runs for the first time."""
    global used
    if "ContextVar" in code.co_names:
        used = True


def look(task: asyncio.Task[object], record: TaskRecord) -> None:
    """Records what has changed in a task's context since it was last looked at."""
    context = _get_context(task)
    known = record.context
    if known is None:
        if not len(context):
            return
        known = record.context = {}
    seen = 0
    for variable, value in context.items():
        key = id(variable)
        if key in _NOT_THE_PROGRAMS:
            continue
        seen += 1
        text = log.text(summarise(value))
        if known.get(key) != text:
            known[key] = text
            emit((v.CONTEXT_VARIABLE, record.number, _label(key, variable.name), text, 0))
    if seen < len(known):
        held = {id(variable) for variable in context}
        for key in [key for key in known if key not in held]:
            del known[key]
            emit((v.CONTEXT_VARIABLE, record.number, _labels[key], 0, 0))


def _label(key: int, name: str) -> int:
    """A variable's own name; the second of that name is `name-2`."""
    label = _labels.get(key)
    if label is None:
        count = _taken[name] = _taken.get(name, 0) + 1
        label = _labels[key] = log.text(name if count == 1 else f"{name}-{count}")
    return label
