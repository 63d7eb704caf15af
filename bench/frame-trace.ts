import * as v from 'valibot';

/** What Chromium has to trace: the tasks of its threads, and what they do for a frame. */
export const TRACE_CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

const TraceEvents = v.array(
  v.object({
    name: v.string(),
    pid: v.number(),
    tid: v.number(),
    /** Microseconds. */
    ts: v.optional(v.number(), 0),
    dur: v.optional(v.number(), 0),
    /** The thread's own CPU time, where the system tells it. */
    tdur: v.optional(v.number()),
  }),
);

type TraceEvent = v.InferOutput<typeof TraceEvents>[number];

/** The end of a frame's work on the main thread: what was drawn is handed over. */
const HANDED_OVER = 'Commit';
const TASK = 'RunTask';

/**
 * How many milliseconds the page's main thread worked for each frame, in order: all its tasks since the frame before was handed over. It is
 * the thread's own CPU time, so that what else the machine does is not counted.
 */
export function frameWork(events: unknown): readonly number[] {
  const trace = v.parse(TraceEvents, events);
  const thread = busiestThread(trace.filter(({ name }) => name === HANDED_OVER));
  const own = trace.filter((event) => threadOf(event) === thread).toSorted((a, b) => a.ts - b.ts);
  const frames: number[] = [];
  let work = 0;
  let handedOver = own.find(({ name }) => name === HANDED_OVER)?.ts ?? 0;
  for (const task of own.filter(({ name, ts }) => name === TASK && ts > handedOver)) {
    work += (task.tdur ?? task.dur) / 1000;
    const end = own.find(({ name, ts }) => name === HANDED_OVER && ts > handedOver && ts <= task.ts + task.dur);
    if (end === undefined) continue;
    frames.push(work);
    work = 0;
    handedOver = end.ts;
  }
  return frames;
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

function busiestThread(events: readonly TraceEvent[]): string {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
