import { asStep } from '../../../model/units';
import { type AwaitGroup, independentAwaits } from '../await-syntax';
import { type Evidence, enumerated, seconds } from '../evidence';
import type { Finding } from '../problem';
import type { Rule } from '../rule';

/** One run through the line of an await, in one frame. */
interface Span {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Nanoseconds that running them together must save to be worth a word. */
const WORTHWHILE = 1_000_000;

/** Independent I/O was awaited one after the other. */
export const sequentialAwaits: Rule = {
  name: 'sequential-awaits',
  *find(evidence) {
    for (const source of evidence.allSources()) {
      const groups = independentAwaits(source);
      if (groups.length === 0) continue;
      const lines = new Map<number, AwaitGroup>(groups.flatMap((group) => group.lines.map((line) => [line, group])));
      const byFrame = spansOf(evidence, source.file, lines);
      const told = new Set<AwaitGroup>();
      const crowded = sharedGroups(lines, byFrame);
      for (const [frame, spans] of byFrame) {
        for (const group of new Set(spans.flatMap(({ line }) => lines.get(line) ?? []))) {
          if (told.has(group) || crowded.has(group)) continue;
          const own = spans.filter(({ line, from, to }) => group.lines.includes(line) && isOutside(evidence, from, to));
          const finding = describe(evidence, frame, group, own);
          if (finding === null) continue;
          told.add(group);
          yield finding;
        }
      }
    }
  },
};

/** By frame, how long each of some lines took. */
function spansOf(evidence: Evidence, file: string, lines: ReadonlyMap<number, unknown>): ReadonlyMap<number, readonly Span[]> {
  const { recording } = evidence;
  const open = new Map<number, { line: number; from: number }>();
  const spans = new Map<number, Span[]>();
  for (const { event, frame, line } of evidence.progress()) {
    const begun = open.get(frame);
    if (begun !== undefined) {
      spans.set(frame, [...(spans.get(frame) ?? []), { ...begun, to: event }]);
      open.delete(frame);
    }
    if (line !== 0 && lines.has(line) && recording.string(recording.fieldAt(evidence.index.frames.callOf(frame), 3)) === file)
      open.set(frame, { line, from: event });
  }
  return spans;
}

/** The groups that several frames go through at the same time: their work is shared out already, as among workers. */
function sharedGroups(lines: ReadonlyMap<number, AwaitGroup>, byFrame: ReadonlyMap<number, readonly Span[]>): ReadonlySet<AwaitGroup> {
  const shared = new Set<AwaitGroup>();
  const until = new Map<AwaitGroup, number>();
  for (const spans of byFrame.values()) {
    const [first, last] = [spans[0], spans.at(-1)];
    const group = first === undefined ? undefined : lines.get(first.line);
    if (first === undefined || last === undefined || group === undefined) continue;
    if (first.from < (until.get(group) ?? -1)) shared.add(group);
    until.set(group, Math.max(last.to, until.get(group) ?? -1));
  }
  return shared;
}

/** Whether a task did nothing but sleep or wait for the outside from one event to another. */
function isOutside(evidence: Evidence, from: number, to: number): boolean {
  const { tasks } = evidence.index;
  const task = evidence.taskAt(from);
  if (task === 0 || evidence.clock(to) <= evidence.clock(from)) return false;
  let waited = false;
  for (let ordinal = tasks.stateCountAt(task, from); ; ordinal++) {
    const state = tasks.nthState(task, ordinal);
    if (state === null || state.event >= to) return waited;
    if (state.state === 'waiting') return false;
    waited ||= state.state === 'sleeping' || state.state === 'io';
  }
}

function describe(evidence: Evidence, frame: number, group: AwaitGroup, spans: readonly Span[]): Finding | null {
  const durations = spans.map(({ from, to }) => evidence.clock(to) - evidence.clock(from));
  const total = durations.reduce((sum, duration) => sum + duration, 0);
  const longest = Math.max(0, ...durations);
  const [first] = spans;
  if (first === undefined || spans.length < 2 || total - longest < WORTHWHILE) return null;
  const task = evidence.taskAt(first.from);
  const [call = ''] = group.calls;
  const isOne = group.calls.every((other) => other === call);
  const what = isOne ? `${spans.length} calls of ${call}` : enumerated(group.calls);
  return {
    place: evidence.placeAt(group.file, first.line, group.offsets[group.lines.indexOf(first.line)]),
    task: evidence.taskOrNull(task),
    step: asStep(first.from + 1),
    message: `${evidence.functionOf(frame)} awaits ${what} one after the other, though none seems to need another’s result: that takes ${seconds(total)}, and together they would take ${seconds(longest)}. Run them together with asyncio.gather or a TaskGroup.`,
    fix: null,
  };
}
