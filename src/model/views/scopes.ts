import type { RecordingIndex } from '../index/recording-index';
import { asScopeId, asTaskId, type Nanoseconds, type Step } from '../units';
import { WORDS } from '../vocabulary';
import type { ScopeView } from '../world';
import { placeOfSite } from './place';

/** All scopes opened before a step, also those that were left, in order of opening. */
export function scopesAt(index: RecordingIndex, step: Step): readonly ScopeView[] {
  return Array.from({ length: index.scopes.countAt(step) }, (_, position) => {
    const scope = position + 1;
    const change = index.scopes.latestChange(scope, step);
    return index.scopeViews.find(scope, change) ?? index.scopeViews.keep(scope, change, scopeView(index, step, scope));
  });
}

function scopeView(index: RecordingIndex, step: Step, scope: number): ScopeView {
  const { recording, scopes } = index;
  const creation = scopes.creation(scope);
  const { tasks, deadline, end } = scopes.stateAt(scope, step);
  const owner = recording.fieldAt(creation, 2);
  return {
    scope: asScopeId(scope),
    kind: WORDS.scopeKind[recording.fieldAt(creation, 1)] ?? 'TaskGroup',
    owner: owner === 0 ? null : asTaskId(owner),
    place: placeOfSite(recording.string(recording.fieldAt(creation, 3))),
    tasks: tasks.map(asTaskId),
    deadline: deadline === -1 ? null : deadlineOf(index, deadline),
    ended: end === -1 ? null : (WORDS.outcome[recording.fieldAt(end, 1)] ?? null),
  };
}

/** The time of a `scopeDeadline` event; null when the deadline was lifted. */
function deadlineOf({ recording }: RecordingIndex, event: number): Nanoseconds | null {
  return recording.fieldAt(event, 1) === -1 ? null : recording.timeAt(event, 1);
}
