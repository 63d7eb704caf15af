"""The numbers of events and of the words in them: a copy of src/model/vocabulary.ts, and a test fails when the two drift."""

from typing import Final

LOOP_START: Final = 0
LOOP_STOP: Final = 1
TURN: Final = 2
CLOCK: Final = 3
HANDLE: Final = 4
TIMER: Final = 5
DUE: Final = 6
HANDLE_CANCELLED: Final = 7
RUN: Final = 8
RAN: Final = 9
DROPPED: Final = 10
TASK: Final = 11
TASK_NAME: Final = 12
SUSPEND: Final = 13
TASK_DONE: Final = 14
CANCEL_REQUESTED: Final = 15
FUTURE: Final = 16
FUTURE_DONE: Final = 17
SCOPE: Final = 18
SCOPE_TASK: Final = 19
SCOPE_DEADLINE: Final = 20
SCOPE_END: Final = 21
RESOURCE: Final = 22
LEVEL: Final = 23
RESOURCE_LOCK: Final = 24
ACQUIRED: Final = 25
RELEASED: Final = 26
ITEM_PUT: Final = 27
ITEM_GOT: Final = 28
NOTIFIED: Final = 29
OUTPUT: Final = 30
FRAME: Final = 31
LINE: Final = 32
LOCAL: Final = 33
RAISED: Final = 34
RETURNED: Final = 35
THREAD: Final = 36
THREAD_RUN: Final = 37
THREAD_WAIT: Final = 38
THREAD_DONE: Final = 39
WORK: Final = 40
WORK_BEGUN: Final = 41
WORK_DONE: Final = 42
END: Final = 43
IO: Final = 44
IO_DONE: Final = 45
MISUSE: Final = 46
SIGNAL: Final = 47
INPUT: Final = 48
CONTEXT_VARIABLE: Final = 49
ADDRESS: Final = 50
RESOURCE_IO: Final = 51
CLOSED: Final = 52

HANDLE_CAUSES: Final = ("callback", "firstStep", "wakeup", "yielded", "threadsafe")
WAIT_REASONS: Final = (
    "yielded",
    "sleep",
    "acquire",
    "get",
    "put",
    "join",
    "wait",
    "task",
    "future",
    "gather",
    "taskGroup",
    "shield",
    "waitMany",
    "asCompleted",
    "io",
    "work",
)
OUTCOMES: Final = ("result", "exception", "cancelled")
SCOPE_KINDS: Final = ("TaskGroup", "timeout", "gather", "shield", "wait", "as_completed")
RESOURCE_KINDS: Final = (
    "Lock",
    "Event",
    "Condition",
    "Semaphore",
    "BoundedSemaphore",
    "Barrier",
    "Queue",
    "PriorityQueue",
    "LifoQueue",
    "ConnectionPool",
    "Server",
    "Connection",
    "Session",
)
PROGRAM_OUTCOMES: Final = ("completed", "exception", "deadlock", "budget", "stopped", "input")
MISUSES: Final = ("neverAwaited", "exceptionLost", "generatorLeft")

CALLBACK, FIRST_STEP, WAKEUP, YIELDED, THREADSAFE = range(len(HANDLE_CAUSES))
(
    WAIT_YIELDED,
    WAIT_SLEEP,
    WAIT_ACQUIRE,
    WAIT_GET,
    WAIT_PUT,
    WAIT_JOIN,
    WAIT_WAIT,
    WAIT_TASK,
    WAIT_FUTURE,
    WAIT_GATHER,
    WAIT_TASK_GROUP,
    WAIT_SHIELD,
    WAIT_MANY,
    WAIT_AS_COMPLETED,
    WAIT_IO,
    WAIT_WORK,
) = range(len(WAIT_REASONS))
RESULT, EXCEPTION, CANCELLED = range(len(OUTCOMES))
SCOPE_TASK_GROUP, SCOPE_TIMEOUT, SCOPE_GATHER, SCOPE_SHIELD, SCOPE_WAIT, SCOPE_AS_COMPLETED = range(len(SCOPE_KINDS))
COMPLETED, FAILED, DEADLOCK, BUDGET, STOPPED, UNANSWERED = range(len(PROGRAM_OUTCOMES))
NEVER_AWAITED, EXCEPTION_LOST, GENERATOR_LEFT = range(len(MISUSES))
