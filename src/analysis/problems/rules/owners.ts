import { KIND } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { SharedPlace } from '../shared-places';
import { calleeOf, enclosing, everywhere } from '../source';

/**
 * Whose a shared place is. A recording shows objects as texts, so an attribute's owner is known for sure only where its class has one
 * instance in the whole run; of others nothing is told.
 */
export class Owners {
  private readonly evidence: Evidence;
  private readonly single = new Map<string, boolean>();
  private readonly created: ReadonlyMap<string, number>;

  constructor(evidence: Evidence) {
    this.evidence = evidence;
    this.created = instancesMade(evidence);
  }

  /** A key that is equal for equal places; null where it is not sure which object is meant. */
  keyOf(frame: number, place: SharedPlace, event: number): string | null {
    if (place.base === null) return `${this.evidence.fileOf(frame)} ${place.name}`;
    const owner = this.classOf(frame, place.base, event);
    return owner === null || !this.isSingle(owner) ? null : `${owner}.${place.name}`;
  }

  /** The class of what a variable holds, by the value's text: "Account(balance=0)". */
  private classOf(frame: number, variable: string, event: number): string | null {
    const { index, recording } = this.evidence;
    for (const of of [frame, ...moduleFrames(this.evidence, frame)]) {
      for (const local of index.frames.localsAt(of, event)) {
        if (recording.string(recording.fieldAt(local, 1)) !== variable) continue;
        const text = recording.string(recording.fieldAt(local, 2));
        return /^<?([A-Za-z_]\w*)[(>]/.exec(text)?.[1] ?? null;
      }
    }
    return null;
  }

  private isSingle(owner: string): boolean {
    const known = this.single.get(owner);
    if (known !== undefined) return known;
    const made = this.created.get(owner);
    const single = made === undefined ? this.isMadeOnce(owner) : made === 1;
    this.single.set(owner, single);
    return single;
  }

  /** Of a class without an `__init__` of its own: whether the program makes an instance in one place, which runs once. */
  private isMadeOnce(owner: string): boolean {
    const calls = [...this.evidence.allSources()].flatMap((source) =>
      everywhere(source.root, 'CallExpression').filter((call) => calleeOf(source, call).split('.').at(-1) === owner),
    );
    const [call] = calls;
    return calls.length === 1 && call !== undefined && enclosing(call, ...REPEATS) === null;
  }
}

/** What may run its inside more than once. */
const REPEATS = [
  'FunctionDefinition',
  'LambdaExpression',
  'ForStatement',
  'WhileStatement',
  'ArrayComprehensionExpression',
  'DictionaryComprehensionExpression',
  'SetComprehensionExpression',
  'ComprehensionExpression',
];
const INIT = /(?:^|\.)(\w+)\.__init__$/;

/** How often each class's own `__init__` ran. */
function instancesMade({ recording }: Evidence): ReadonlyMap<string, number> {
  const made = new Map<string, number>();
  const seen = new Set<number>();
  for (let event = 0; event < recording.length; event++) {
    if (recording.kindAt(event) !== KIND.frame) continue;
    const owner = INIT.exec(recording.string(recording.fieldAt(event, 2)))?.[1];
    if (owner === undefined || seen.has(recording.fieldAt(event, 0))) continue;
    seen.add(recording.fieldAt(event, 0));
    made.set(owner, (made.get(owner) ?? 0) + 1);
  }
  return made;
}

/** The frame of the module in whose file a frame's code stands. */
function moduleFrames(evidence: Evidence, frame: number): readonly number[] {
  const first = 1;
  return frame !== first && evidence.functionOf(first) === '<module>' && evidence.fileOf(first) === evidence.fileOf(frame) ? [first] : [];
}
