import { formatSeconds } from '../../../model/units';
import type { HandleView, World } from '../../../model/world';
import { handleName } from './lanes';

/** What the loop will do once whatever runs now has handed control back, in a few words. */
export function whatNext(world: World): string {
  if (world.end !== null) return 'the program has ended';
  if (world.running !== null && world.running.handle === null) return world.turn === 0 ? 'the loop has not begun' : 'the loop stands still';
  const [ready] = world.ready;
  if (ready !== undefined) return `next: ${handleName(world, ready)}`;
  const [timer] = world.timers;
  if (timer !== undefined) return `next: ${timerComes(world, timer)}`;
  const sleeper = world.threads.some(({ until }) => until !== null);
  if (sleeper) return 'next: wait for a thread';
  if (world.tasks.some(({ state }) => state === 'io')) return 'next: wait for an answer from outside';
  return 'next: nothing is ready, and no timer is set';
}

function timerComes(world: World, timer: HandleView): string {
  const name = timer.task === null ? handleName(world, timer) : `the timer of ${handleName(world, timer)}`;
  if (timer.when === null || timer.when <= world.clock) return name;
  return `wait until ${formatSeconds(timer.when)} for ${name}`;
}
