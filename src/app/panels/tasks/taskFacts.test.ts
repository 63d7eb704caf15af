import { describe, expect, test } from 'vitest';
import { asStep, asTaskId } from '../../../model/units';
import { worldAt } from '../../../model/world-at';
import { drawnIndex } from '../../drawnWorld.test-support';
import { findTask } from '../lookup';
import { pieceText } from '../piece';
import { callsOfTask } from './taskCalls';
import { taskFacts } from './taskFacts';

const THREE_TASKS = `
  loopStart 1
  task 1 Task-1 main main.py:9
  handle 1 1 firstStep
  turn 1 1
  run 1
  task 2 Task-2 a main.py:10
  handle 2 2 firstStep
  task 3 saver b main.py:11
  handle 3 3 firstStep
`;

/** The facts about a task at the end of a drawing, as lines. */
function facts(drawing: string, id = 1): readonly string[] {
  const index = drawnIndex(`${THREE_TASKS}\n${drawing}`);
  const world = worldAt(index, asStep(index.length));
  const task = findTask(world, asTaskId(id));
  if (task === undefined) throw new Error(`the drawing has no task ${id}`);
  return taskFacts(index, world, task).map(({ title, pieces }) => `${title}: ${pieces.map(pieceText).join('')}`);
}

describe('the facts about a task', () => {
  test('say who created it, where and when, and what it runs', () => {
    expect(facts('', 2)).toEqual([
      'In this state: for 0.000 s, since step 7',
      'Created: by main at main.py:10, step 6',
      'Runs: a, in asyncio called Task-2',
    ]);
    expect(facts('', 1)).toContain('Created: by the program at main.py:9, step 2');
    expect(facts('', 3)).toContain('Runs: b');
  });

  test('say for how long it sleeps, and has slept', () => {
    const asleep = facts('timer 4 0.5s\n suspend 1 sleep 4 main.py:12\n ran 1\n clock 0.2s idle');
    expect(asleep).toContain('Waits for: the clock: wakes at 0.500 s, in 0.300 s');
    expect(asleep).toContain('In this state: for 0.200 s, since step 11');
  });

  test('name who holds the permits it waits for, and its place in line', () => {
    const drawing = `resource 1 Semaphore sem main.py:3
      acquired 1 3
      level 1 0 1
      suspend 1 acquire 1
      ran 1
      run 2
      suspend 2 acquire 1
      ran 2`;
    expect(facts(drawing, 1)).toContain('Waits for: sem.acquire(), held by saver; 1st of 2 in line');
    expect(facts(drawing, 2)).toContain('Waits for: sem.acquire(), held by saver; 2nd of 2 in line');
  });

  test('name what a queue lacks', () => {
    expect(facts('resource 1 Queue out main.py:3\n level 1 0 2\n suspend 1 get 1\n ran 1')).toContain(
      'Waits for: out.get(), the queue is empty',
    );
  });

  test('name the unfinished tasks of the scope that it waits for, and the scope to which a task belongs', () => {
    const drawing = 'scope 1 TaskGroup 1 main.py:9\n scopeTask 1 2\n scopeTask 1 3\n suspend 1 taskGroup 1\n ran 1';
    expect(facts(drawing)).toContain('Waits for: TaskGroup at main.py:9, 2 of 2 unfinished: a, saver');
    expect(facts(drawing, 2)).toContain('Belongs to: TaskGroup of main at main.py:9');
  });

  test('say what was returned or raised, and who asked for a cancellation', () => {
    expect(facts("taskDone 1 exception 'ValueError(1)'\n ran 1").slice(0, 2)).toEqual([
      'Raised: ValueError(1)',
      'Finished: at 0.000 s, step 10',
    ]);
    expect(facts('cancelRequested 2\n suspend 1 io 0\n ran 1', 2)[0]).toBe('Cancellation: asked for by main, step 10');
  });

  test('tell that asyncio started a task for itself', () => {
    expect(facts('task 4 Task-4 BaseEventLoop.shutdown_asyncgens', 4)).toContain(
      "Created: by asyncio.run, to tidy up at the program's end, step 10",
    );
  });
});

describe('the calls of a task', () => {
  const calls = (drawing: string, id: number) => {
    const index = drawnIndex(`${THREE_TASKS}\n${drawing}`);
    return callsOfTask(index, asTaskId(id), asStep(index.length)).map(
      ({ function: name, line, locals }) => `${name}:${line} ${locals.map((local) => `${local.name}=${local.value}`).join(' ')}`,
    );
  };
  const NESTED = `frame 1 0 main main.py
    line 1 9
    local 1 n 4
    frame 2 1 inner main.py
    line 2 3`;

  test('of the running task are those under way', () => {
    expect(calls(NESTED, 1)).toEqual(['inner:3 ', 'main:9 n=4']);
  });

  test('of a suspended task stay as it left them, while another runs', () => {
    const drawing = `${NESTED}\n suspend 1 io 0\n ran 1\n run 2\n frame 3 0 a main.py\n line 3 20`;
    expect(calls(drawing, 1)).toEqual(['inner:3 ', 'main:9 n=4']);
    expect(calls(drawing, 2)).toEqual(['a:20 ']);
  });

  test('are none before it first ran', () => {
    expect(calls(NESTED, 3)).toEqual([]);
  });
});
