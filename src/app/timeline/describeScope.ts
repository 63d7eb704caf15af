import type { RecordingIndex } from '../../model/index/recording-index';
import { asNanoseconds, asScopeId, asStep, formatSeconds } from '../../model/units';
import { WORDS } from '../../model/vocabulary';
import { worldAt } from '../../model/world-at';
import type { LaneList } from './laneRows';
import type { Scopes } from './scopes';
import type { SpanPlace } from './spanPlace';

/** "TaskGroup": a scope's kind. */
const kindOf = ({ scopes, recording }: RecordingIndex, scope: number): string =>
  WORDS.scopeKind[recording.fieldAt(scopes.creation(scope), 1)] ?? '';

/** "TaskGroup of 4 tasks, opened at main.py:23", "timeout until 1.000 s, opened at main.py:7, left by an exception". */
export function describeScope(index: RecordingIndex, scopes: Scopes, scope: number): string {
  const end = scopes.endStep(scope);
  const view = worldAt(index, asStep(end ?? index.length)).scopes.find((candidate) => candidate.scope === asScopeId(scope));
  const tasks = view?.tasks.length ?? 0;
  const words = [
    `${kindOf(index, scope)}${tasks === 0 ? '' : ` of ${tasks} ${tasks === 1 ? 'task' : 'tasks'}`}`,
    view?.deadline == null ? '' : `until ${formatSeconds(asNanoseconds(view.deadline))}`,
    view?.place == null ? '' : `opened at ${view.place.file}:${view.place.line}`,
    view?.ended === 'exception' ? 'left by an exception' : view?.ended === 'cancelled' ? 'left by a cancellation' : '',
    end === null ? 'never left' : '',
  ];
  return words.filter((part) => part !== '').join(', ');
}

/** "inside TaskGroup, timeout": the scopes that a task has open where a span begins; empty for none. */
export function insideWords(index: RecordingIndex, lanes: LaneList, scopes: Scopes, { lane: position, span }: SpanPlace): string {
  const lane = lanes.at(position);
  const open = lane === undefined ? [] : scopes.openAt(lane.id, lane.stepAt(span));
  return open.length === 0 ? '' : `inside ${open.map((scope) => kindOf(index, scope)).join(', ')}`;
}
