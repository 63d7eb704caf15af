import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { count } from '../../../analysis/explain/phrase';
import type { Problem, Severity } from '../../../analysis/problems/problem';
import { asStep } from '../../../model/units';
import { endAt } from '../../../model/world-at';
import { IconButton } from '../../design/Button';
import { ChoiceMenu } from '../../design/ChoiceMenu';
import { EmptyState, Panel } from '../../design/Panel';
import { useApp, useAppState } from '../../store/AppContext';
import { currentProblems, problemsMissing } from '../../store/searchProblems';
import { currentRecorded, isUpToDate } from '../../store/selectors';
import type { Recorded } from '../../store/state';
import { PROBLEMS_LEGEND } from '../legends';
import { ProblemRow } from './ProblemRow';
import styles from './ProblemsPanel.module.css';

/** From how many problems on a choice among severities is worth its room. */
const MANY = 6;
const CHOICES = [
  { value: 'all', label: 'All' },
  { value: 'error', label: 'Errors' },
  { value: 'warning', label: 'Warnings' },
  { value: 'hint', label: 'Hints' },
] as const;
type Choice = (typeof CHOICES)[number]['value'];

/** What the diagnostic rules find in the recording: each leads to its step, its task and its line. */
export function ProblemsPanel() {
  const recorded = useAppState((state) => currentRecorded(state) !== null);
  const problems = useAppState(currentProblems);
  const missing = useAppState(problemsMissing);
  if (problems === null) {
    return (
      <Panel legend={PROBLEMS_LEGEND} name="Problems">
        <EmptyState>{recorded ? missing : 'Deadlocks, lost updates, blocked loops and other mistakes in a run appear here.'}</EmptyState>
      </Panel>
    );
  }
  return <Problems problems={problems} />;
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { examples } = useApp();
  const failed = useAppState((state) => endsWithException(currentRecorded(state)));
  const upToDate = useAppState((state) => isUpToDate(examples, state));
  const [choice, setChoice] = useState<Choice>('all');
  const choose = (value: string): void => setChoice(CHOICES.find((candidate) => candidate.value === value)?.value ?? 'all');
  const isMany = problems.length >= MANY;
  const shown = isMany && choice !== 'all' ? problems.filter(({ severity }) => severity === choice) : problems;
  const options = CHOICES.filter(({ value }) => value === 'all' || value === choice || problems.some(({ severity }) => severity === value));
  return (
    <Panel
      legend={PROBLEMS_LEGEND}
      name="Problems"
      note={noteOf(problems)}
      actions={
        isMany && options.length > 2 ? (
          <ChoiceMenu label="Which problems" align="end" options={options} value={choice} onChoose={choose}>
            <IconButton
              label="Which problems"
              variant={choice === 'all' ? 'ghost' : 'plain'}
              icon={<ListFilter size={14} aria-hidden="true" />}
            />
          </ChoiceMenu>
        ) : undefined
      }
    >
      {problems.length === 0 ? (
        <EmptyState>
          {failed
            ? 'None of the pitfalls that are known here was found. The exception that ended the run is in the Console.'
            : 'No problems found in this recording.'}
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label="Problems found">
          {shown.map((problem) => (
            <ProblemRow key={`${problem.rule} ${problem.step} ${problem.place?.line}`} problem={problem} mendable={upToDate} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function endsWithException(recorded: Recorded | null): boolean {
  return recorded !== null && endAt(recorded.index, asStep(recorded.index.length))?.outcome === 'exception';
}

/** "3 · 1 error, 2 hints". */
function noteOf(problems: readonly Problem[]): string {
  const parts = (['error', 'warning', 'hint'] as const satisfies readonly Severity[]).flatMap((severity) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0 ? [] : [count(number, severity)];
  });
  return parts.length === 0 ? '0' : parts.join(', ');
}
