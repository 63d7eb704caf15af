import { CircleX, Lightbulb, type LucideIcon, TriangleAlert, Wrench } from 'lucide-react';
import type { Problem, Severity } from '../../../analysis/problems/problem';
import { Button } from '../../design/Button';
import { Tooltip } from '../../design/Tooltip';
import { useActions } from '../../store/AppContext';
import styles from './ProblemsPanel.module.css';

const ICONS: { readonly [S in Severity]: LucideIcon } = { error: CircleX, warning: TriangleAlert, hint: Lightbulb };

interface ProblemRowProps {
  readonly problem: Problem;
  /** Whether the text is still the recorded one, so that edits of it fit. */
  readonly mendable: boolean;
}

/** A problem as a button that goes to it; beside it the button that mends it, where that needs no thought. */
export function ProblemRow({ problem, mendable }: ProblemRowProps) {
  const { goToProblem, mend } = useActions();
  const { severity, rule, place, message, fix } = problem;
  const Icon = ICONS[severity];
  return (
    <li className={styles.row} data-severity={severity}>
      <button type="button" className={styles.problem} onClick={() => goToProblem(problem)}>
        <Icon className={styles.icon} size={15} aria-hidden="true" />
        <span className={styles.words}>
          <span className={styles.facts}>
            <strong className={styles.severity}>{severity}</strong> {rule}
            {place === null ? '' : ` · line ${place.line}`}
          </span>{' '}
          <span className={styles.message}>{message}</span>
        </span>
      </button>
      {fix === null ? null : (
        <Tooltip text={mendable ? fix.title : 'The text has changed since: run it again first'}>
          <span className={styles.mend}>
            <Button aria-label={`Mend ${rule}: ${fix.title}`} disabled={!mendable} onClick={() => mend(fix)}>
              <Wrench size={13} aria-hidden="true" />
              Mend
            </Button>
          </span>
        </Tooltip>
      )}
    </li>
  );
}
