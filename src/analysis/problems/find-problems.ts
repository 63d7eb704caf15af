import type { RecordingIndex } from '../../model/index/recording-index';
import { RULES } from './all-rules';
import { Evidence } from './evidence';
import { type Problem, SEVERITIES } from './problem';

/** All problems of a finished recording, in the order of their steps. */
export function findProblems(index: RecordingIndex): readonly Problem[] {
  const search = searchForProblems(index);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value;
  }
}

/** The same a rule at a time: whoever must not be held up for long stops between two rules. */
export function* searchForProblems(index: RecordingIndex): Generator<void, readonly Problem[]> {
  const evidence = new Evidence(index);
  yield;
  const problems: Problem[] = [];
  for (const rule of RULES) {
    for (const finding of rule.find(evidence)) problems.push({ rule: rule.name, severity: SEVERITIES[rule.name], ...finding });
    yield;
  }
  return problems.sort((one, other) => one.step - other.step);
}
