import { asStep } from '../../../model/units';
import { KIND } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { ProblemPlace } from '../problem';
import type { Rule } from '../rule';

/** An async generator was left unfinished, and the loop closed it. Once for each place. */
export const generatorNotClosed: Rule = {
  name: 'generator-not-closed',
  *find(evidence) {
    const places = new Set<string>();
    for (const at of evidence.events('misuse')) {
      const event = evidence.recording.event(at);
      if (event.type !== 'misuse' || event.kind !== 'generatorLeft') continue;
      const generator = evidence.recording.string(event.text);
      const place = userOf(evidence, generator, at) ?? evidence.placeOfSite(event.site);
      const key = `${place?.file}:${place?.line}`;
      if (places.has(key)) continue;
      places.add(key);
      yield {
        place,
        task: evidence.taskOrNull(evidence.taskAt(at)),
        step: asStep(at + 1),
        message: `${generator}() was left before its end, so the loop closes it, at some later time: its finally blocks run late, and in another task. Use it inside “async with contextlib.aclosing(${generator}(…)) as …:”.`,
        fix: null,
      };
    }
  },
};

/** Where a generator was asked for more the last time: the line of its caller. */
function userOf(evidence: Evidence, generator: string, before: number): ProblemPlace | null {
  const { index, recording } = evidence;
  for (let event = before - 1; event >= 0; event--) {
    if (recording.kindAt(event) !== KIND.frame) continue;
    const parent = recording.fieldAt(event, 1);
    if (parent === 0 || evidence.text(event, 2) !== generator) continue;
    const line = index.frames.lineAt(parent, event);
    return line === -1 ? null : evidence.placeAt(evidence.fileOf(parent), recording.fieldAt(line, 1));
  }
  return null;
}
