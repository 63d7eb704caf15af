import { asStep } from '../../../model/units';
import { KIND, WORDS } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { Rule } from '../rule';

/** I/O operations that may be under way at once. */
const MOST = 50;
const IO = WORDS.waitReason.indexOf('io');

/** Many tasks do I/O at once, and nothing bounds how many. */
export const unboundedConcurrency: Rule = {
  name: 'unbounded-concurrency',
  *find(evidence) {
    const { recording } = evidence;
    if (!evidence.hasIo) return;
    const inFlight = new Set<number>();
    const permits = new Map<number, number>();
    let peak = 0;
    let at = -1;
    for (const event of evidence.merged('suspend', 'run', 'acquired', 'released')) {
      const [a, b] = [recording.fieldAt(event, 0), recording.fieldAt(event, 1)];
      switch (recording.kindAt(event)) {
        case KIND.run:
          inFlight.delete(b);
          break;
        case KIND.acquired:
          if (boundsTooLittle(evidence, a)) break;
          permits.set(b, (permits.get(b) ?? 0) + 1);
          break;
        case KIND.released:
          if (boundsTooLittle(evidence, a)) break;
          permits.set(b, (permits.get(b) ?? 0) - 1);
          break;
        case KIND.suspend:
          // Who holds a permit has asked for leave.
          if (b === IO && (permits.get(a) ?? 0) <= 0) inFlight.add(a);
          break;
      }
      if (inFlight.size <= Math.max(MOST, peak)) continue;
      peak = inFlight.size;
      if (at === -1) at = event;
    }
    if (at === -1) return;
    const task = recording.fieldAt(at, 0);
    yield {
      place: placeOfCreation(evidence, task),
      task: evidence.taskOrNull(task),
      step: asStep(at + 1),
      message: `${peak} I/O operations are under way at once, and nothing bounds how many: servers refuse, sockets and memory run out. Let each take a permit first: “async with asyncio.Semaphore(10):”, one for all.`,
      fix: null,
    };
  },
};

/** A library's pool that nobody has made small, such as the 100 connections of an HTTP client, is a last resort. */
const boundsTooLittle = (evidence: Evidence, resource: number): boolean =>
  evidence.resourceKind(resource) === 'ConnectionPool' && evidence.index.resources.stateAt(resource, evidence.length).capacity > MOST;

/** Where the tasks are made that are too many. */
const placeOfCreation = (evidence: Evidence, task: number) =>
  evidence.placeOfSite(evidence.recording.fieldAt(evidence.index.tasks.creation(task), 3));
