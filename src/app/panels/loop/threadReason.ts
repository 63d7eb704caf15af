import { asNanoseconds, briefSeconds } from '../../../model/units';
import type { ThreadView, World } from '../../../model/world';

/** What a thread does or waits for, in a few words: "load, wakes in 0.300 s", "waits in Queue.get"; empty where there is nothing to say. */
export function threadReason(world: World, thread: ThreadView): string {
  const runs = world.works.find((work) => work.thread === thread.thread)?.label ?? '';
  switch (thread.state) {
    case 'sleeping': {
      const left = thread.until === null ? '' : `wakes in ${briefSeconds(asNanoseconds(Math.max(0, thread.until - world.clock)))}`;
      return [runs, left].filter((part) => part !== '').join(', ');
    }
    case 'waiting':
      return `waits in ${thread.call}`;
    default:
      return runs;
  }
}
