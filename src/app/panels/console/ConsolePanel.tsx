import { memo, useState } from 'react';
import { count } from '../../../analysis/explain/phrase';
import { formatSeconds } from '../../../model/units';
import { EmptyState, Panel } from '../../design/Panel';
import { VirtualRows } from '../../design/VirtualRows';
import { useActions, useAppState, useWorldPart } from '../../store/AppContext';
import { currentRecorded } from '../../store/selectors';
import styles from './ConsolePanel.module.css';
import { ConsoleLog, linesBefore } from './consoleLog';

/** What the program printed, when in virtual time, and which task did. What it prints after this step is dimmed. */
export function ConsolePanel() {
  const recorded = useAppState(currentRecorded);
  const outputs = useWorldPart((world) => world.outputs);
  const { travel } = useActions();
  const [log] = useState(() => new ConsoleLog());
  if (recorded === null || outputs === null) {
    return (
      <Panel name="Console">
        <EmptyState>What the program prints appears here, with the virtual time and the task that printed it.</EmptyState>
      </Panel>
    );
  }
  const lines = log.linesOf(recorded.index);
  const printed = linesBefore(lines, outputs);
  return (
    <Panel name="Console" note={noteOf(lines.length, printed)}>
      <div className={styles.log}>
        {lines.length === 0 ? (
          <div className={styles.empty}>
            <EmptyState>Nothing was printed.</EmptyState>
          </div>
        ) : null}
        <VirtualRows
          // Not announced: while travelling, lines come and go, and the explanation says what happens.
          box={{ role: 'log', 'aria-label': 'Console output', 'aria-live': 'off' }}
          count={lines.length}
          rowHeight={20}
          measured
          drawAll={300}
          reveal={Math.max(printed - 1, 0)}
          keyOf={(index) => index}
          render={(index) => {
            const line = lines[index];
            if (line === undefined) return null;
            return (
              <Line
                clock={formatSeconds(line.clock)}
                writer={line.task === null ? '' : recorded.index.taskNames.labelOf(line.task)}
                text={line.text}
                stream={line.stream}
                later={index >= printed}
                step={line.step}
                onTravel={travel}
              />
            );
          }}
        />
      </div>
    </Panel>
  );
}

const noteOf = (lines: number, printed: number): string =>
  printed === lines ? count(lines, 'line') : `${printed.toLocaleString('en')} of ${count(lines, 'line')}`;

interface LineProps {
  readonly clock: string;
  readonly writer: string;
  readonly text: string;
  readonly stream: 'stdout' | 'stderr';
  /** Whether it is only printed after the present step. */
  readonly later: boolean;
  readonly step: number;
  readonly onTravel: (step: number) => void;
}

const Line = memo(function Line({ clock, writer, text, stream, later, step, onTravel }: LineProps) {
  return (
    <div className={styles.line} data-stream={stream} data-later={later}>
      <button type="button" className={styles.clock} title={`Go to step ${step}`} onClick={() => onTravel(step)}>
        {clock}
      </button>
      <span className={styles.writer} title={writer}>
        {writer}
      </span>
      <span className={styles.text}>{text}</span>
    </div>
  );
});
