/** What the words mean that explanations use, in a sentence or two for somebody who meets them for the first time. */
export const TERMS = {
  'async generator':
    'A function with both await and yield. It hands out values one by one, and other tasks run while it waits for the next.',
  await: 'Waits for something without holding up the loop: if it is not there yet, the task hands control back, and other tasks run.',
  barrier: 'A meeting point: whoever arrives waits until a given number of tasks are there, and then all go on.',
  callback: 'A plain function that the event loop calls, once, when its turn comes.',
  CancelledError:
    'The exception by which a task is cancelled. It is raised where the task waits; catch it to clean up, then raise it again.',
  condition: 'A lock together with a place to wait: a task waits until another one says that something has changed.',
  'context variable':
    'A variable of which each task has its own copy: a task begins with what its creator had, and what it sets nobody else sees.',
  coroutine: 'What calling an async def gives: code that can pause at each await. It does nothing until it is awaited or made a task.',
  deadlock: 'Tasks wait for each other in a circle, or for something that nobody will ever do, so none of them can go on.',
  event: 'A gate: tasks wait in front of it until somebody sets it, and then all of them go on.',
  'event loop':
    'The machine that runs tasks, one at a time: it takes the next from the ready queue, runs it up to its next await, and goes on.',
  'exception group': 'One exception that carries several, since several tasks may fail at once. except* takes them out.',
  future: 'A box for a result that is not there yet. Whoever awaits it is woken when the result is put in.',
  gather: 'Runs several awaitables at once and gives their results in the order of its arguments.',
  lock: 'Something that only one task can hold at a time. The others wait in line until it is released.',
  permit: 'The right to go on that a semaphore gives out. It has a fixed number of them, and takes each back when it is released.',
  queue: 'A line of items between tasks: some put items in, others take them out, and wait while it is empty or full.',
  'ready queue': 'What the event loop will run next, in order: first in, first out.',
  semaphore: 'A box with a number of permits. A task takes one or waits for one, and gives it back when it is done.',
  shield: 'Keeps a task going when whoever waits for it is cancelled.',
  task: 'A coroutine that the event loop runs by itself, beside the others.',
  TaskGroup: 'A block that is left only when all tasks that were created in it are finished. If one fails, the others are cancelled.',
  thread: 'A second line of execution beside the one that the loop runs in. What blocks in it holds up nobody else.',
  timeout: 'A block that is given a time. When the time is up, what still runs in it is cancelled, and TimeoutError is raised.',
  timer: 'Something that the event loop will run at a given time.',
  turn: 'One round of the event loop: it runs everything that was ready when the round began. What that schedules waits for the next one.',
  'virtual time': 'The clock of the recording. It stands still while code runs, and jumps to the next timer when nothing is ready.',
} as const;

/** A word that has a definition. */
export type Term = keyof typeof TERMS;
