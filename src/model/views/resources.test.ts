import { describe, expect, it } from 'vitest';
import { draw } from '../recording-drawing.test-support';
import type { ResourceView } from '../world';
import { worldAfter } from '../world-drawing.test-support';

const TASKS = `
  task 1 a
  task 2 b
  task 3 c
  handle 1 1 firstStep
  handle 2 2 firstStep
  handle 3 3 firstStep
  loopStart 1
  turn 1 3
`;

function resourceAfter(drawing: string): ResourceView {
  const resource = worldAfter(drawing).resources[0];
  if (resource === undefined) throw new Error('the drawing has no resource');
  return resource;
}

describe('a resource', () => {
  const semaphore = `resource 1 Semaphore sem main.py:3\nlevel 1 2 2\n${TASKS}`;

  it('has the name that the user gave it, its numbers and the place where it was made', () => {
    expect(resourceAfter('resource 1 Queue self.jobs main.py:3\nlevel 1 1 5 4')).toEqual({
      resource: 1,
      kind: 'Queue',
      name: 'self.jobs',
      place: { file: 'main.py', line: 3 },
      value: 1,
      capacity: 5,
      unfinished: 4,
      lock: null,
      holders: [],
      waiters: [],
      items: [],
      address: '',
      closed: false,
      since: 2,
    });
  });

  it('is held by who acquired it, in that order and as often, until released', () => {
    const held = `${semaphore} acquired 1 1\nacquired 1 0\nacquired 1 2\nacquired 1 1\n`;
    expect(resourceAfter(held).holders).toEqual([1, null, 2, 1]);
    expect(resourceAfter(`${held} released 1 1`).holders).toEqual([1, null, 2]);
    expect(resourceAfter(`${held} released 1 0`).holders).toEqual([1, 2, 1]);
  });

  it('stays as held as it was when a task releases what it does not hold', () => {
    expect(resourceAfter(`${semaphore} acquired 1 1\nreleased 1 2`).holders).toEqual([1]);
  });

  it('is waited for in the order of arrival, by a woken task too until it runs', () => {
    const waited = `${semaphore} run 1\nsuspend 1 acquire 1\nran 1\nrun 2\nsuspend 2 acquire 1\nran 2\n`;
    const both = [
      { task: 1, reason: 'acquire', io: '' },
      { task: 2, reason: 'acquire', io: '' },
    ];
    expect(resourceAfter(waited).waiters).toEqual(both);
    expect(resourceAfter(`${waited} handle 4 1 wakeup`).waiters).toEqual(both);
    expect(resourceAfter(`${waited} handle 4 1 wakeup\nturn 2 1\nrun 3\nran 3\nrun 4`).waiters).toEqual([
      { task: 2, reason: 'acquire', io: '' },
    ]);
  });

  it('changed last when anything about it did, its waiters included', () => {
    const before = draw(semaphore).length;
    expect(resourceAfter(semaphore).since).toBe(2);
    expect(resourceAfter(`${semaphore} run 1\nsuspend 1 acquire 1`).since).toBe(before + 2);
    expect(resourceAfter(`${semaphore} run 1\nsuspend 1 io`).since).toBe(2);
    expect(resourceAfter(`${semaphore} notified 1 -1`).since).toBe(before + 1);
  });

  it('is, of a condition, tied to a lock', () => {
    expect(worldAfter('resource 1 Lock\nresource 2 Condition\nresourceLock 2 1').resources[1]?.lock).toBe(1);
  });
});

describe("a queue's items", () => {
  const items = (events: string) => resourceAfter(`resource 1 PriorityQueue q\n${events}`).items.map(({ text }) => text);

  it('are in the order in which they will be taken', () => {
    expect(items('itemPut 1 1 a -1\nitemPut 1 2 b 0\nitemPut 1 3 c 1\nitemPut 1 4 d -1')).toEqual(['b', 'c', 'a', 'd']);
  });

  it('are gone once taken, from whatever place', () => {
    expect(items('itemPut 1 1 a -1\nitemPut 1 2 b -1\nitemPut 1 3 c -1\nitemGot 1 2')).toEqual(['a', 'c']);
  });
});
