import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type CommandId, commandOf } from '../commands/commands';
import { keysOf } from '../commands/keymap';
import { useCommands } from '../commands/useCommands';
import { IconButton } from '../design/Button';
import { Kbd } from '../design/Kbd';
import { useAppState } from '../store/AppContext';
import { currentRecorded } from '../store/selectors';
import styles from './JumpRows.module.css';

interface Row {
  readonly label: string;
  readonly next: CommandId;
  readonly previous: CommandId;
}

const ROWS: readonly Row[] = [
  { label: 'Breakpoint', previous: 'previousBreakpoint', next: 'nextBreakpoint' },
  { label: 'Bookmark', previous: 'previousBookmark', next: 'nextBookmark' },
  { label: 'Exception', previous: 'previousException', next: 'nextException' },
  { label: 'Output', previous: 'previousOutput', next: 'nextOutput' },
  { label: 'Problem', previous: 'previousProblem', next: 'nextProblem' },
];

/** What one can jump to, each back and forward. */
export function JumpRows() {
  const resource = useAppState((state) => {
    const { selection } = state;
    const recorded = currentRecorded(state);
    if (selection.kind !== 'resource' || recorded === null) return null;
    const { recording, resources } = recorded.index;
    return selection.resource > resources.countAt(recorded.index.length)
      ? null
      : recording.string(recording.fieldAt(resources.creation(selection.resource), 2));
  });
  const label = resource === null ? 'Change of the selected resource' : `Change of ${resource}`;
  return (
    <ul className={styles.rows} aria-label="Jump to">
      {ROWS.map((row) => (
        <JumpRow key={row.label} row={row} possible />
      ))}
      <JumpRow row={{ label, previous: 'previousChange', next: 'nextChange' }} possible={resource !== null} />
    </ul>
  );
}

function JumpRow({ row: { label, next, previous }, possible }: { readonly row: Row; readonly possible: boolean }) {
  const commands = useCommands();
  const nothing = useAppState((state) => currentRecorded(state) === null);
  const button = (id: CommandId, icon: typeof ChevronLeft) => {
    const Icon = icon;
    return (
      <IconButton
        label={commandOf(id).title}
        {...keysOf(id)}
        variant="ghost"
        icon={<Icon size={16} aria-hidden="true" />}
        disabled={nothing || !possible}
        onClick={commands[id]}
      />
    );
  };
  return (
    <li className={styles.row}>
      <span className={styles.label}>{label}</span>
      <Kbd keys={keysOf(next).shortcut} />
      {button(previous, ChevronLeft)}
      {button(next, ChevronRight)}
    </li>
  );
}
