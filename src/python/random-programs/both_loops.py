"""Runs each program of programs.json on asyncio's own loop and on a plain `BaseEventLoop`, and prints the numbers of those that differ."""

import asyncio
import contextvars
import itertools
import json
from types import SimpleNamespace

TICK = 2.0**-6
"""All delays of the programs are multiples of it."""

FOR_EVER = 4096.0
"""Seconds: far more than any program sleeps."""


class WaitsForEver(SystemExit):
    """Leaves a loop whose program waits for what never comes."""


def give_up():
    raise WaitsForEver


class PlainLoop(asyncio.BaseEventLoop):
    """CPython's loop with its deque and its heap, on a clock that goes to the next timer when nothing is ready."""

    def __init__(self):
        super().__init__()
        self._now = 0.0
        self._timers = 0
        self._clock_resolution = TICK / 2
        self._selector = SimpleNamespace(select=self._select)

    def time(self):
        return self._now

    def call_at(self, when, callback, *args, context=None):
        # A heap keeps no order among equals: they fire in order of creation, as where clocks are finer than programs.
        self._timers += 1
        return super().call_at(when + self._timers * 2.0**-40, callback, *args, context=context)

    def _select(self, timeout):
        if timeout > 0:
            self._now = round(self._scheduled[0]._when / TICK) * TICK

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


class NumberedTask(asyncio.Task):
    """asyncio keeps tasks in sets, whose order follows from their addresses: here it follows from their order of creation."""

    def __new__(cls, *_, **__):
        task = super().__new__(cls)
        task.number = next(numbers)
        return task

    def __hash__(self):
        return self.number


def log_of(code, loop_factory):
    """What a program says until its main coroutine has ended."""
    global numbers
    numbers = itertools.count()
    lines = []
    running = True

    def say(*words):
        if running:
            lines.append((loop.time() - start, *map(str, words)))

    names = {"asyncio": asyncio, "say": say, "color": contextvars.ContextVar("color", default="none")}
    exec(code, names)
    runner = asyncio.Runner(loop_factory=loop_factory)
    loop = runner.get_loop()
    loop.set_exception_handler(lambda _, context: say("handler", context["message"]))
    loop.set_task_factory(lambda loop, coro, **options: NumberedTask(coro, loop=loop, **options))
    start = loop.time()
    limit = loop.call_later(FOR_EVER, give_up)
    try:
        runner.run(names["main"]())
    except BaseException as error:
        lines.append((type(error).__name__, str(error)))
    limit.cancel()
    running = False
    loop.call_later(FOR_EVER, give_up)
    try:
        runner.close()
    except WaitsForEver:
        loop.close()
    return lines


with open("programs.json", encoding="utf-8") as file:
    programs = json.load(file)
lines = 0
different = []
for number, text in enumerate(programs):
    code = compile(text, f"program {number}", "exec")
    one, other = log_of(code, None), log_of(code, PlainLoop)
    lines += len(one)
    if one != other:
        different.append(number)
print(json.dumps({"programs": len(programs), "lines": lines, "different": different}))
