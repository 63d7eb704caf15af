import { asStep } from '../../../model/units';
import { placeOfSite } from '../../../model/views/place';
import type { Evidence } from '../evidence';
import type { Fix } from '../problem';
import type { Rule } from '../rule';
import { calleeOf, everywhere } from '../source';

/** Items that a queue without maxsize may hold. */
const MOST = 100;
const QUEUES = new Set(['Queue', 'PriorityQueue', 'LifoQueue']);

/** A queue without maxsize grew long: who puts is faster than who gets, and nothing slows it down. */
export const unboundedQueue: Rule = {
  name: 'unbounded-queue',
  *find(evidence) {
    const { index, recording } = evidence;
    const peaks = new Map<number, { first: number; most: number }>();
    for (const event of evidence.events('level')) {
      const resource = recording.fieldAt(event, 0);
      const items = recording.fieldAt(event, 1);
      if (items <= MOST || recording.fieldAt(event, 2) !== 0 || !QUEUES.has(evidence.resourceKind(resource))) continue;
      const known = peaks.get(resource);
      peaks.set(resource, { first: known?.first ?? event, most: Math.max(items, known?.most ?? 0) });
    }
    for (const [resource, { first, most }] of peaks) {
      const creation = recording.event(index.resources.creation(resource));
      if (creation.type !== 'resource') continue;
      const name = evidence.resourceName(resource);
      yield {
        place: evidence.placeOfSite(creation.site),
        task: evidence.taskOrNull(evidence.taskAt(first)),
        step: asStep(first + 1),
        message: `${name} has no maxsize and grew to ${most} items: who puts is never slowed down, so memory and delay grow without a bound. Give it a maxsize, and put with “await ${name}.put(…)”.`,
        fix: bounded(evidence, creation.site, first, resource),
      };
    }
  },
};

/** `Queue()` as `Queue(maxsize=100)`: only where somebody was taking items already, for else who puts would wait for ever. */
function bounded(evidence: Evidence, site: number, first: number, resource: number): Fix | null {
  const { recording } = evidence;
  const place = placeOfSite(recording.string(site));
  const source = place === null ? null : evidence.source(place.file);
  if (place === null || source === null) return null;
  const taken = [...evidence.events('itemGot')].some((event) => event < first && recording.fieldAt(event, 0) === resource);
  const calls = everywhere(source.root, 'CallExpression').filter(
    (call) => source.lineOf(call.from) === place.line && QUEUES.has(calleeOf(source, call).split('.').at(-1) ?? ''),
  );
  const list = calls.length === 1 ? calls[0]?.getChild('ArgList') : null;
  if (!taken || !list || source.textOf(list) !== '()') return null;
  return { title: 'Give it a maxsize', edits: [{ file: source.file, from: list.from + 1, to: list.from + 1, insert: `maxsize=${MOST}` }] };
}
