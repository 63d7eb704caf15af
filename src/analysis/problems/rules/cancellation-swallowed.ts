import { asStep } from '../../../model/units';
import { KIND } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { Finding } from '../problem';
import type { Rule } from '../rule';
import type { Source } from '../source';
import { type Catcher, catcherOf, raiseInstead, raisesOn } from '../try-syntax';

/** How many events to look through for what became of an exception. */
const FAR = 100_000;

/** A task was cancelled, caught the `CancelledError` and went on. Once for each handler. */
export const cancellationSwallowed: Rule = {
  name: 'cancellation-swallowed',
  *find(evidence) {
    const { index, recording } = evidence;
    /** By task, the end of the run in which its cancellation is raised. */
    const pending = new Map<number, number>();
    const handlers = new Set<string>();
    for (const event of evidence.merged('cancelRequested', 'raised')) {
      if (recording.kindAt(event) === KIND.cancelRequested) {
        const task = recording.fieldAt(event, 0);
        const run = index.tasks.runAtOrAfter(task, event);
        if (run !== -1) pending.set(task, evidence.endOfRun(run));
        continue;
      }
      const task = evidence.taskAt(event);
      const until = pending.get(task);
      if (until === undefined || !evidence.text(event, 1).startsWith('CancelledError')) continue;
      pending.delete(task);
      if (event > until) continue;
      const swallowed = follow(evidence, event);
      if (swallowed === null) continue;
      const finding = describe(evidence, task, swallowed);
      const key = `${finding.place?.file}:${finding.place?.line}`;
      if (!handlers.has(key)) yield finding;
      handlers.add(key);
    }
  },
};

interface Swallowed {
  readonly source: Source;
  readonly catcher: Catcher;
  /** Where it was caught. */
  readonly event: number;
}

/** Who caught an exception for good that was raised in a frame, or passed on to its callers; null if nobody did. */
function follow(evidence: Evidence, raised: number): Swallowed | null {
  const { index, recording } = evidence;
  let event = raised;
  for (;;) {
    const frame = recording.fieldAt(event, 0);
    const source = evidence.source(evidence.fileOf(frame));
    const line = index.frames.lineAt(frame, event);
    if (source === null || line === -1) return null;
    const fate = fateIn(evidence, source, frame, event, recording.fieldAt(line, 1));
    if (typeof fate !== 'number') return fate;
    // It left the frame; the caller's `raised` follows.
    const next = evidence.next('raised', fate);
    if (next === -1 || next > fate + 2 || !evidence.text(next, 1).startsWith('CancelledError')) return null;
    event = next;
  }
}

/** What becomes of an exception that was raised on a line of a frame: caught for good, or (a number) the event with which it left the frame. */
function fateIn(evidence: Evidence, source: Source, frame: number, raised: number, line: number): Swallowed | number | null {
  const { recording } = evidence;
  let at = line;
  let catcher: Catcher | null = catcherOf(source, at);
  let caught = -1;
  for (let event = raised + 1; event < Math.min(recording.length, raised + FAR); event++) {
    const kind = recording.kindAt(event);
    if ((kind !== KIND.line && kind !== KIND.raised && kind !== KIND.returned) || recording.fieldAt(event, 0) !== frame) continue;
    if (kind === KIND.raised) {
      // Another exception takes its place.
      if (caught !== -1 || !evidence.text(event, 1).startsWith('CancelledError')) return null;
      continue;
    }
    const isRaised = caught !== -1 && catcher !== null && raisesOn(source, catcher, at);
    if (kind === KIND.returned) return caught === -1 || isRaised || catcher === null ? event : { source, catcher, event: caught };
    const now = recording.fieldAt(event, 1);
    if (caught === -1) {
      if (catcher === null) continue;
      if (catcher.suppresses && (now < catcher.first || now > catcher.last)) return { source, catcher, event: event };
      if (!catcher.suppresses && now >= catcher.first && now <= catcher.last) {
        if (catcher.uncancels) return null;
        caught = event;
        at = now;
      }
    } else if (catcher !== null && now >= catcher.first && now <= catcher.last) {
      at = now;
    } else if (isRaised && catcher !== null) {
      catcher = catcherOf(source, catcher.tryLine - 1, catcher);
      caught = -1;
    } else if (catcher !== null) {
      return { source, catcher, event: caught };
    }
  }
  return null;
}

function describe(evidence: Evidence, task: number, { source, catcher, event }: Swallowed): Finding {
  return {
    place: evidence.placeAt(source.file, catcher.line, catcher.offset),
    task: evidence.taskOrNull(task),
    step: asStep(event + 1),
    message: `${evidence.label(task)} was cancelled, caught the CancelledError and did not raise it again: whoever cancelled it (a timeout, a TaskGroup, asyncio.run) takes it for finished by itself, or waits on. ${catcher.suppresses ? 'Do not suppress CancelledError here.' : 'End the except block with “raise”.'}`,
    fix: catcher.suppresses ? null : raiseInstead(source, catcher),
  };
}
