import { memo } from 'react';
import { briefSeconds, formatSeconds, type Nanoseconds } from '../../../model/units';
import { Pieces } from '../Pieces';
import styles from './ConsolePanel.module.css';
import { linkedOutput, tracebackRole } from './traceback';

interface ConsoleLineViewProps {
  readonly clock: Nanoseconds;
  readonly writer: string;
  readonly text: string;
  readonly typed: string | null;
  readonly stream: 'stdout' | 'stderr';
  /** Whether it is only printed after the present step. */
  readonly later: boolean;
  /** Whether the line before it was written at the same time by the same. */
  readonly goesOn: boolean;
  readonly step: number;
  /** The program's files, into which tracebacks lead. */
  readonly files: readonly string[];
  readonly onTravel: (step: number) => void;
}

/** A line of output: when, by whom, and what. */
export const ConsoleLineView = memo(function ConsoleLineView(props: ConsoleLineViewProps) {
  const { clock, writer, text, typed, stream, later, goesOn, step, files, onTravel } = props;
  return (
    <div
      className={styles.line}
      data-stream={stream}
      data-later={later}
      data-goes-on={goesOn}
      data-step={step}
      data-role={stream === 'stderr' ? tracebackRole(text) : undefined}
    >
      <button
        type="button"
        className={styles.clock}
        title={`At ${formatSeconds(clock)}; go to step ${step}`}
        onClick={() => onTravel(step)}
      >
        {briefSeconds(clock)}
      </button>
      <span className={styles.writer} title={writer}>
        {writer}
      </span>
      <span className={styles.text}>
        {stream === 'stderr' ? <Pieces pieces={linkedOutput(text, files)} /> : text}
        {typed === null ? null : (
          <kbd className={styles.typed} title="Read from standard input">
            {typed}
          </kbd>
        )}
      </span>
    </div>
  );
});
