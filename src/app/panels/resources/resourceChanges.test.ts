import { describe, expect, test } from 'vitest';
import { asResourceId, asStep } from '../../../model/units';
import { drawnIndex } from '../../drawnWorld.test-support';
import { resourceChanges } from './resourceChanges';

const TWO_TASKS = `
  loopStart 1
  task 1 Task-1 main
  handle 1 1 firstStep
  turn 1 1
  run 1
  task 2 Task-2 a
  handle 2 2 firstStep
`;

/** What the events after `before` did to the first resource. */
function changes(before: string, then: string): readonly string[] {
  const index = drawnIndex(`${TWO_TASKS}\n${before}\n${then}`);
  const from = drawnIndex(`${TWO_TASKS}\n${before}`).length;
  return resourceChanges(index, asResourceId(1), asStep(from), asStep(index.length));
}

const QUEUE = 'resource 1 Queue out\n level 1 0 2';
const AND_A_RUNS = 'suspend 1 io 0\n ran 1\n run 2';

describe('what changed about a resource', () => {
  test('an item that was put or taken is named, with who did it', () => {
    expect(changes(QUEUE, "itemPut 1 1 '/1' -1\n level 1 1 2 1")).toEqual(['+ /1 put by main']);
    expect(changes(`${QUEUE}\n itemPut 1 1 '/1' -1\n ${AND_A_RUNS}`, 'itemGot 1 1\n level 1 0 2 1')).toEqual(['− /1 taken by a']);
  });

  test('task_done is told by the number of unfinished items', () => {
    expect(changes(`${QUEUE}\n level 1 0 2 1`, 'level 1 0 2 0')).toEqual(['task_done() by main, 0 unfinished']);
  });

  test('a semaphore gives permits and takes them back, a lock itself', () => {
    const semaphore = 'resource 1 Semaphore sem\n level 1 1 1';
    expect(changes(semaphore, 'acquired 1 1\n level 1 0 1\n released 1 1\n level 1 1 1')).toEqual([
      'main took a permit',
      'main gave a permit back',
    ]);
    expect(changes('resource 1 Lock lock', 'acquired 1 1\n released 1 1')).toEqual(['main took it', 'main released it']);
  });

  test.each([
    ['Semaphore', 'acquire', 'main waits for a permit'],
    ['Lock', 'acquire', 'main waits for it'],
    ['Queue', 'get', 'main waits for an item'],
    ['Queue', 'put', 'main waits for room'],
    ['Queue', 'join', 'main waits for all items to be done'],
    ['Event', 'wait', 'main waits'],
    ['Barrier', 'wait', 'main arrived'],
  ])('a task that begins to wait at a %s in %s says for what', (kind, reason, expected) => {
    expect(changes(`resource 1 ${kind} thing`, `suspend 1 ${reason} 1`)).toEqual([expected]);
  });

  test('a waiter that runs again goes on', () => {
    const waiting = 'resource 1 Event gate\n suspend 1 wait 1\n ran 1\n run 2\n level 1 1\n handle 3 1 wakeup\n ran 2';
    expect(changes(waiting, 'run 3')).toEqual(['main goes on']);
  });

  test('an event is set and cleared, a condition notified', () => {
    expect(changes('resource 1 Event gate\n level 1 0', 'level 1 1\n level 1 0')).toEqual(['set by main', 'cleared by main']);
    expect(changes('resource 1 Condition changed', 'notified 1 2\n notified 1 -1')).toEqual([
      'main notified 2 waiters',
      'main notified all',
    ]);
  });

  test('a new resource says who created it', () => {
    expect(changes('', 'resource 1 Lock lock\n level 1 0')).toEqual(['created by main']);
  });

  test('of many changes the latest three are told, and nothing of those before the step', () => {
    expect(changes(QUEUE, [1, 2, 3, 4].map((item) => `itemPut 1 ${item} 'i${item}' -1`).join('\n'))).toEqual([
      '+ i2 put by main',
      '+ i3 put by main',
      '+ i4 put by main',
    ]);
    expect(changes("resource 1 Queue out\n itemPut 1 1 'x' -1", 'output 1 x')).toEqual([]);
  });

  test('what moves through a connection, a server and a session is told', () => {
    const connection = 'resource 1 Connection c';
    expect(changes(connection, 'level 1 8 0 0\n level 1 0 0 0\n level 1 0 0 1')).toEqual(['8 bytes came', '8 bytes read', '1 byte sent']);
    expect(changes(`${connection}\n level 1 0 0 1`, 'level 1 0 0 0\n closed 1')).toEqual(['1 byte arrived', 'closed']);
    expect(changes('resource 1 Server s', 'level 1 1 0 1\n level 1 0 0 1')).toEqual(['+ a connection', '− a connection']);
    expect(changes('resource 1 Session s', "itemPut 1 1 'GET /' -1\n level 1 1 0 1\n itemGot 1 1")).toEqual([
      '+ GET / asked by main',
      '− GET /',
    ]);
  });
});
