import { describe, expect, test } from 'vitest';
import { drawnWorld } from '../../drawnWorld.test-support';
import { type ResourceCard, resourceCard } from './resourceCard';
import type { Seat } from './seat';

const TASKS = `
  loopStart 1
  task 1 Task-1 main
  handle 1 1 firstStep
  turn 1 1
  run 1
  task 2 Task-2 a
  task 3 Task-3 b
`;

/** The card of the first resource after the events of a drawing. */
function card(events: string): ResourceCard {
  const world = drawnWorld(`${TASKS}\n${events}`);
  const resource = world.resources[0];
  if (resource === undefined) throw new Error('the drawing creates no resource');
  return resourceCard(world, resource, []);
}

const seat = (drawn: Seat): string => `${drawn.kind}:${drawn.label}`;
const waiters = ({ waiters: groups }: ResourceCard): readonly string[] =>
  groups.map(({ title, tasks }) => `${title}: ${tasks.map(({ label }) => label).join(', ')}`);

describe('the card of a resource', () => {
  test('a semaphore shows a seat a permit, the taken ones with their holders', () => {
    const drawn = card('resource 1 Semaphore sem main.py:3\n level 1 2 3\n acquired 1 2\n level 1 2 3');
    expect(drawn.seats.map(seat)).toEqual(['held:a', 'free:free', 'free:free']);
    expect(drawn).toMatchObject({ name: 'sem', kind: 'Semaphore', summary: '2 of 3 permits free', place: { file: 'main.py', line: 3 } });
  });

  test('a lock shows its owner, and its waiters in the order of arrival', () => {
    const drawn = card(`resource 1 Lock lock\n acquired 1 1\n level 1 1\n suspend 1 io 0\n ran 1
      handle 2 3 firstStep\n run 2\n suspend 3 acquire 1\n ran 2
      handle 3 2 firstStep\n run 3\n suspend 2 acquire 1\n ran 3`);
    expect(drawn.seats.map(seat)).toEqual(['held:main']);
    expect(waiters(drawn)).toEqual(['waiting: b, a']);
  });

  test('a free lock says so', () => {
    const drawn = card('resource 1 Lock lock\n level 1 0');
    expect(drawn.seats.map(seat)).toEqual(['free:free']);
    expect(drawn.summary).toBe('free');
  });

  test('a bounded queue shows its items, the next one first, and its empty slots', () => {
    const drawn = card("resource 1 Queue out\n level 1 0 3\n itemPut 1 1 '/0' -1\n itemPut 1 2 '/1' -1\n level 1 2 3 2");
    expect(drawn.seats.map(seat)).toEqual(['item:/0', 'item:/1', 'free:empty']);
    expect(drawn.summary).toBe('2 of 3 · 2 unfinished');
  });

  test('an unbounded queue has no empty slots', () => {
    const drawn = card("resource 1 Queue out\n level 1 0 0\n itemPut 1 1 'x' -1\n level 1 1 0 0");
    expect(drawn.seats.map(seat)).toEqual(['item:x']);
    expect(drawn.summary).toBe('1 item');
  });

  test('blocked getters and putters of a queue are told apart', () => {
    const drawn = card(`resource 1 Queue out\n level 1 0 1\n suspend 1 get 1\n ran 1
      handle 2 2 firstStep\n run 2\n suspend 2 put 1\n ran 2`);
    expect(waiters(drawn)).toEqual(['get() blocked: main', 'put() blocked: a']);
  });

  test('an event is a gate, closed until it is set', () => {
    expect(card('resource 1 Event started\n level 1 0').gate).toBe('closed');
    expect(card('resource 1 Event started\n level 1 0\n level 1 1').gate).toBe('open');
  });

  test('a barrier shows who arrived and how many are missing', () => {
    const drawn = card('resource 1 Barrier barrier\n level 1 0 3\n level 1 1 3\n suspend 1 wait 1\n ran 1');
    expect(drawn.seats.map(seat)).toEqual(['held:main', 'free:missing', 'free:missing']);
    expect(drawn.summary).toBe('1 of 3 arrived');
  });

  test('a condition shows the owner of its lock, and tells those who wait for the lock from those to be notified', () => {
    const drawn = card(`resource 1 Condition changed\n resource 2 Lock changed.lock\n resourceLock 1 2\n acquired 2 1\n level 2 1
      suspend 1 io 0\n ran 1
      handle 2 2 firstStep\n run 2\n suspend 2 wait 1\n ran 2
      handle 3 3 firstStep\n run 3\n suspend 3 acquire 1\n ran 3`);
    expect(drawn.seats.map(seat)).toEqual(['held:main']);
    expect(waiters(drawn)).toEqual(['waiting to be notified: a', 'waiting for the lock: b']);
  });

  test('of very many permits some are drawn and the rest counted', () => {
    const { seats } = card('resource 1 Semaphore sem\n level 1 1000 1000');
    expect(seats).toHaveLength(25);
    expect(seats.at(-1)).toEqual({ kind: 'more', label: 'and 976 more' });
  });

  test('the permit of a woken waiter that has not run yet is promised to it', () => {
    const drawn = card(`resource 1 Semaphore sem\n level 1 0 1\n acquired 1 1\n level 1 0 1
      suspend 1 io 0\n ran 1\n handle 2 2 firstStep\n run 2\n suspend 2 acquire 1\n ran 2
      handle 3 1 wakeup\n run 3\n released 1 1\n handle 4 2 wakeup`);
    expect(drawn.seats.map(seat)).toEqual(['promised:for a']);
  });

  test('getters stand where items leave a queue, putters where they enter it', () => {
    const drawn = card(`resource 1 Queue out\n level 1 0 1\n suspend 1 get 1\n ran 1
      handle 2 2 firstStep\n run 2\n suspend 2 put 1\n ran 2
      handle 3 3 firstStep\n run 3\n suspend 3 join 1\n ran 3`);
    expect(drawn.waiters.map(({ title, side }) => `${title}: ${side}`)).toEqual([
      'get() blocked: exit',
      'put() blocked: entry',
      'join() waits: below',
    ]);
  });

  test('a queue with an order of its own says which', () => {
    expect(card('resource 1 PriorityQueue jobs\n level 1 0 2').summary).toBe('0 of 2 · smallest first');
    expect(card('resource 1 LifoQueue stack\n level 1 0 2').summary).toBe('0 of 2 · last in, first out');
  });

  test('a server shows its connections, a connection its two directions, and a session its requests', () => {
    const server = card('resource 1 Server server\n address 1 127.0.0.1:80\n level 1 2 0 5');
    expect(server.seats.map(seat)).toEqual(['item:connection', 'item:connection']);
    expect(server.summary).toBe('127.0.0.1:80 · 2 open, 5 accepted');
    const connection = card(`resource 1 Connection 'reader, writer'\n address 1 127.0.0.1:80\n level 1 1 0 300
      io 1 never 'read 127.0.0.1:80'\n resourceIo 1 1\n suspend 1 io 1\n ran 1`);
    expect(connection.seats.map(seat)).toEqual(['item:← 1 byte to read', 'item:→ 300 bytes on their way']);
    expect(waiters(connection)).toEqual(['waits for bytes: main']);
    expect(card('resource 1 Connection c\n address 1 a:80\n level 1 1 0 0\n closed 1')).toMatchObject({
      summary: 'a:80 · closed',
      seats: [],
    });
    const session = card("resource 1 Session session\n itemPut 1 1 'GET http://a/x' -1\n level 1 1 0 4");
    expect(session.seats.map(seat)).toEqual(['item:GET http://a/x']);
    expect(session.summary).toBe('1 request in flight, 4 made');
  });
});
