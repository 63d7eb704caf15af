import { asStep } from '../../../model/units';
import { KIND, WORDS } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { Rule } from '../rule';

const IO = WORDS.waitReason.indexOf('io');

/** Network or database I/O was awaited with no timeout around it. Once for each line. */
export const noTimeout: Rule = {
  name: 'no-timeout',
  *find(evidence) {
    const { recording } = evidence;
    if (!evidence.hasIo) return;
    const timeouts = new OpenTimeouts(evidence);
    const sites = new Set<number>();
    for (const event of evidence.merged('scope', 'scopeDeadline', 'scopeEnd', 'suspend')) {
      if (recording.kindAt(event) !== KIND.suspend) {
        timeouts.apply(event);
        continue;
      }
      const task = recording.fieldAt(event, 0);
      const site = recording.fieldAt(event, 3);
      if (recording.fieldAt(event, 1) !== IO || site === 0 || sites.has(site) || timeouts.protect(task)) continue;
      if (isNoAnswer(evidence, recording.fieldAt(event, 2))) continue;
      sites.add(site);
      yield {
        place: evidence.placeOfSite(site),
        task: evidence.taskOrNull(task),
        step: asStep(event + 1),
        message: `${evidence.label(task)} waits here for an answer from outside with no timeout around it: if none comes, it waits for ever. Put it into “async with asyncio.timeout(…):”.`,
        fix: null,
      };
    }
  },
};

/** Whether an I/O is no answer that may fail to come: who serves waits for whoever comes, and who closes for its own side. */
const isNoAnswer = ({ index, recording }: Evidence, io: number): boolean =>
  io !== 0 && /^(serve|accept|close) ?/.test(recording.string(recording.fieldAt(index.io.beginning(io), 3)));

/** Which tasks are inside a timeout, their own or one of the task that created them. */
class OpenTimeouts {
  private readonly evidence: Evidence;
  private readonly owners = new Map<number, number>();
  private readonly counts = new Map<number, number>();

  constructor(evidence: Evidence) {
    this.evidence = evidence;
  }

  apply(event: number): void {
    const { recording } = this.evidence;
    const scope = recording.fieldAt(event, 0);
    const kind = recording.kindAt(event);
    if (kind === KIND.scope) {
      if (WORDS.scopeKind[recording.fieldAt(event, 1)] !== 'timeout') return;
      this.owners.set(scope, recording.fieldAt(event, 2));
    } else if (kind === KIND.scopeDeadline && recording.fieldAt(event, 1) !== -1) this.open(scope);
    else this.close(scope);
  }

  /** A task is waited for by whoever created it, so a timeout there ends its wait too. */
  protect(task: number): boolean {
    for (let one = task; one !== 0; one = this.evidence.index.tasks.creator(one)) if ((this.counts.get(one) ?? 0) > 0) return true;
    return false;
  }

  private readonly openScopes = new Set<number>();

  private open(scope: number): void {
    const owner = this.owners.get(scope);
    if (owner === undefined || this.openScopes.has(scope)) return;
    this.openScopes.add(scope);
    this.counts.set(owner, (this.counts.get(owner) ?? 0) + 1);
  }

  private close(scope: number): void {
    const owner = this.owners.get(scope);
    if (owner === undefined || !this.openScopes.delete(scope)) return;
    this.counts.set(owner, (this.counts.get(owner) ?? 0) - 1);
  }
}
