import { asStep } from '../../../model/units';
import type { Evidence } from '../evidence';
import type { Rule } from '../rule';

/** What asyncio says, as a `raised` event shows it. See `runners.run`, `Runner.run` and `BaseEventLoop._check_running`. */
const SAID = [
  'asyncio.run() cannot be called from a running event loop',
  'Runner.run() cannot be called from a running event loop',
  'This event loop is already running',
  'Cannot run the event loop while another loop is running',
];

/** A loop was to be run while one was running. */
export const nestedRun: Rule = {
  name: 'nested-run',
  *find(evidence) {
    const places = new Set<string>();
    for (const event of evidence.events('raised')) {
      if (!isNestedRun(evidence, event)) continue;
      const text = evidence.text(event, 1);
      const place = evidence.placeOfEvent(event);
      const key = `${place?.file}:${place?.line}`;
      // The exception passes through the callers, each of which tells of it.
      if (places.has(key) || evidence.isPassedOn(event)) continue;
      places.add(key);
      const call = /run_until_complete|run_forever/.exec(text)?.[0] ?? (text.includes('asyncio.run()') ? 'asyncio.run' : 'running a loop');
      const task = evidence.taskAt(event);
      yield {
        place,
        task: evidence.taskOrNull(task),
        step: asStep(event + 1),
        message: `${call === 'running a loop' ? 'A loop was to be run' : `${call} was called`} while a loop is running already${task === 0 ? '' : `, in ${evidence.label(task)}`}: one thread runs one loop, so Python refuses. Inside a coroutine, “await” the coroutine instead.`,
        fix: null,
      };
    }
  },
};

/** Whether a `raised` event is asyncio's refusal to run a loop within a loop. */
export function isNestedRun(evidence: Evidence, event: number): boolean {
  const text = evidence.text(event, 1);
  return text.startsWith('RuntimeError(') && SAID.some((said) => text.includes(said.slice(0, LONG_ENOUGH)));
}

/** `raised` events hold short texts. */
const LONG_ENOUGH = 40;
