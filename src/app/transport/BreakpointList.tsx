import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { Breakpoint } from '../../analysis/breakpoints/breakpoint';
import { mistakeIn } from '../../analysis/breakpoints/condition';
import { IconButton } from '../design/Button';
import { useActions, useApp, useAppState } from '../store/AppContext';
import { breaksOf } from '../store/breaks';
import { MAIN_FILE } from '../store/programs';
import { currentMarks, currentRecorded, isUpToDate, mainText } from '../store/selectors';
import styles from './MarkLists.module.css';
import { MOST_PASSES } from './stepFlags';

/** The breakpoints of the present program, with what each asks for and how often it stops. */
export default function BreakpointList() {
  const { examples } = useApp();
  const breakpoints = useAppState((state) => currentMarks(examples, state).breakpoints);
  const text = useAppState((state) => mainText(examples, state));
  const lines = useMemo(() => text.split('\n'), [text]);
  return (
    <section aria-label="Breakpoints">
      <h3 className={styles.heading}>Breakpoints</h3>
      {breakpoints.length === 0 ? (
        <p className={styles.empty}>Press beside a line number, or F9 on a line: Play and F8 stop there.</p>
      ) : (
        <ul className={styles.list}>
          {breakpoints.map((breakpoint) => (
            <BreakpointRow key={breakpoint.line} breakpoint={breakpoint} code={lines[breakpoint.line - 1]?.trim() ?? ''} />
          ))}
        </ul>
      )}
    </section>
  );
}

function BreakpointRow({ breakpoint, code }: { readonly breakpoint: Breakpoint; readonly code: string }) {
  const { line, task, condition } = breakpoint;
  const { changeBreakpoint, toggleBreakpoint, selectLine } = useActions();
  const { found, complaint } = useStopsOf(breakpoint);
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <button type="button" className={styles.place} onClick={() => selectLine({ file: MAIN_FILE, line })}>
          <span className={styles.number}>Line {line}</span> <code className={styles.code}>{code}</code>
        </button>
        <IconButton
          label={`Remove the breakpoint on line ${line}`}
          variant="ghost"
          icon={<X size={14} aria-hidden="true" />}
          onClick={() => toggleBreakpoint(line)}
        />
      </div>
      <div className={styles.fields}>
        <input
          className={styles.field}
          aria-label={`Task of the breakpoint on line ${line}`}
          placeholder="any task"
          value={task}
          spellCheck={false}
          onChange={(event) => changeBreakpoint(line, { task: event.target.value })}
        />
        <input
          className={styles.field}
          aria-label={`Condition of the breakpoint on line ${line}`}
          placeholder="if: n > 2"
          value={condition}
          spellCheck={false}
          aria-invalid={complaint !== null}
          onChange={(event) => changeBreakpoint(line, { condition: event.target.value })}
        />
      </div>
      <p className={complaint === null ? styles.found : styles.complaint} aria-live="polite">
        {complaint ?? found}
      </p>
    </li>
  );
}

/** How often a breakpoint stops in the present recording, and what is the matter with its condition. */
function useStopsOf(breakpoint: Breakpoint): { readonly found: string; readonly complaint: string | null } {
  const { examples } = useApp();
  const recorded = useAppState((state) => (isUpToDate(examples, state) ? currentRecorded(state) : null));
  const reader = useAppState((state) => state.conditionReader);
  return useMemo(() => {
    const mistake = breakpoint.condition.trim() === '' ? null : mistakeIn(breakpoint.condition);
    if (mistake !== null) return { found: '', complaint: `${mistake}.` };
    if (recorded === null) return { found: 'Run the program to see where it stops.', complaint: null };
    const stops = breaksOf(recorded.index, reader).of(breakpoint);
    const { stops: events, all } = stops.first(MOST_PASSES);
    const count = events.length.toLocaleString('en');
    const found = `stops ${events.length === 1 ? 'once' : `${count} times`}${all ? '' : ' or more'}`;
    return { found, complaint: stops.reason === null ? null : `${found}; ${stops.reason}.` };
  }, [recorded, reader, breakpoint]);
}
