import { ListFilter } from 'lucide-react';
import { Suspense, useMemo, useRef, useState } from 'react';
import { count } from '../../../analysis/explain/phrase';
import { actorName } from '../../../model/actor-id';
import type { Recording } from '../../../model/recording';
import type { Input } from '../../../model/scenario';
import { KIND, WORDS } from '../../../model/vocabulary';
import { IconButton } from '../../design/Button';
import { ChoiceMenu } from '../../design/ChoiceMenu';
import { EmptyState, Panel } from '../../design/Panel';
import { part } from '../../design/part';
import { VirtualRows } from '../../design/VirtualRows';
import { useActions, useApp, useAppState, useWorldPart } from '../../store/AppContext';
import { currentInput, currentRecorded } from '../../store/selectors';
import type { Recorded } from '../../store/state';
import { CONSOLE_LEGEND } from '../legends';
import { ConsoleLineView } from './ConsoleLineView';
import styles from './ConsolePanel.module.css';
import { type ConsoleLine, ConsoleLog, linesBefore } from './consoleLog';
import { useClickTravels } from './useClickTravels';
import { linesOf, type Writer, writerChoices } from './writers';

const ConsoleInput = part(() => import('./ConsoleInput'));
const GivenInput = part(() => import('./GivenInput'));

/** What the program printed, when in virtual time, and which task did. What it prints after this step is dimmed. */
export function ConsolePanel() {
  const recorded = useAppState(currentRecorded);
  const outputs = useWorldPart((world) => world.outputs);
  if (recorded === null || outputs === null) {
    return (
      <Panel legend={CONSOLE_LEGEND} name="Console">
        <EmptyState>What the program prints appears here, with the virtual time and the task that printed it.</EmptyState>
      </Panel>
    );
  }
  return <Output recorded={recorded} outputs={outputs} />;
}

interface OutputProps {
  readonly recorded: Recorded;
  /** How many outputs lie before the present step. */
  readonly outputs: number;
}

function Output({ recorded, outputs }: OutputProps) {
  const { index, recording } = recorded;
  const { examples } = useApp();
  const { travel } = useActions();
  const [consoleLog] = useState(() => new ConsoleLog());
  const all = consoleLog.linesOf(index);
  const [writer, setWriter] = useState<Writer>('everybody');
  const choices = useMemo(() => writerChoices(index, all), [index, all]);
  const chosen = choices.find((choice) => choice.writer === writer) ?? choices[0];
  const lines = useMemo(() => linesOf(all, chosen?.writer ?? 'everybody'), [all, chosen]);
  const files = useMemo(() => recording.program.files.map(({ path }) => path), [recording.program]);
  const asking = asksAtItsEnd(recording);
  const given = useAppState((state) => hasInput(currentInput(examples, state)));
  const log = useRef<HTMLDivElement>(null);
  useClickTravels(log, travel);
  const printed = linesBefore(lines, outputs);
  const choose = (value: string): void => setWriter(choices.find((choice) => choice.value === value)?.writer ?? 'everybody');
  return (
    <Panel
      legend={CONSOLE_LEGEND}
      name="Console"
      note={noteOf(lines.length, printed, writer === 'everybody' ? undefined : chosen?.label)}
      actions={
        <>
          {given ? (
            <Suspense>
              <GivenInput />
            </Suspense>
          ) : null}
          <ChoiceMenu label="Whose output" align="end" options={choices} value={chosen?.value ?? ''} onChoose={choose}>
            <IconButton label="Whose output" variant="ghost" icon={<ListFilter size={14} aria-hidden="true" />} />
          </ChoiceMenu>
        </>
      }
    >
      <div className={styles.output}>
        {/* Not announced: while travelling, lines come and go, and the explanation says what happens. */}
        <div ref={log} className={styles.log} role="log" aria-label="Console output" aria-live="off">
          {lines.length === 0 ? <EmptyState>Nothing was printed.</EmptyState> : null}
          <VirtualRows
            count={lines.length}
            rowHeight={20}
            measured
            drawAll={300}
            reveal={Math.max(printed - 1, 0)}
            keyOf={(position) => position}
            render={(position) => {
              const line: ConsoleLine | undefined = lines[position];
              if (line === undefined) return null;
              return (
                <ConsoleLineView
                  clock={line.clock}
                  writer={line.writer === 0 ? '' : actorName(index, line.writer)}
                  text={line.text}
                  typed={line.typed}
                  stream={line.stream}
                  later={position >= printed}
                  goesOn={goesOn(line, lines[position - 1])}
                  step={line.step}
                  files={files}
                  onTravel={travel}
                />
              );
            }}
          />
        </div>
        {asking ? (
          <Suspense>
            <ConsoleInput prompt={all.at(-1)?.text ?? ''} />
          </Suspense>
        ) : null}
      </div>
    </Panel>
  );
}

/** Whether it ends because the program waits for an answer. */
function asksAtItsEnd(recording: Recording): boolean {
  const last = recording.length - 1;
  return last >= 0 && recording.kindAt(last) === KIND.end && WORDS.programOutcome[recording.fieldAt(last, 0)] === 'input';
}

const goesOn = (line: ConsoleLine, before: ConsoleLine | undefined): boolean =>
  before !== undefined && before.clock === line.clock && before.writer === line.writer;

const hasInput = ({ text, ended }: Input): boolean => text !== '' || ended;

function noteOf(lines: number, printed: number, writer: string | undefined): string {
  const counted = printed === lines ? count(lines, 'line') : `${printed.toLocaleString('en')} of ${count(lines, 'line')}`;
  return writer === undefined ? counted : `${counted} of ${writer}`;
}
