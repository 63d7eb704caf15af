import { Popover, Toolbar } from 'radix-ui';
import type { ComponentProps } from 'react';
import type { TaskId } from '../../model/units';
import { StateIcon } from '../design/StateIcon';
import { stateWord } from '../timeline/stateWord';
import { moreLabel, type Pill } from './annotations';
import styles from './LineNotes.module.css';
import type { PlacedNote } from './placement';

interface MorePillsProps {
  readonly line: number;
  readonly more: readonly Pill[];
  readonly onSelectTask: (task: TaskId) => void;
}

function MorePills({ line, more, onSelectTask }: MorePillsProps) {
  const name = moreLabel(line, more);
  return (
    <Popover.Root>
      <Toolbar.Button asChild>
        <Popover.Trigger className={styles.more} aria-label={name}>
          +{more.length}
        </Popover.Trigger>
      </Toolbar.Button>
      <Popover.Portal>
        <Popover.Content className={styles.popover} side="bottom" align="start" sideOffset={4} collisionPadding={8} aria-label={name}>
          {more.map((pill) => (
            <Popover.Close
              key={pill.task}
              className={styles.pill}
              data-task-state={pill.state}
              aria-label={`${pill.label}, ${stateWord(pill.state)}`}
              onClick={() => onSelectTask(pill.task)}
            >
              <StateIcon state={pill.state} />
              {pill.label}
            </Popover.Close>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface PillsProps {
  readonly line: number;
  readonly placed: PlacedNote;
  readonly onSelectTask: (task: TaskId) => void;
}

interface PillButtonProps extends ComponentProps<'button'> {
  readonly pill: Pill;
}

/** A task that stands on the line; `title` says its name where there is no room for it. */
function PillButton({ pill, title, ...button }: PillButtonProps) {
  return (
    <button
      type="button"
      {...button}
      className={styles.pill}
      data-task-state={pill.state}
      aria-label={`${pill.label}, ${stateWord(pill.state)}`}
      title={title}
    >
      <StateIcon state={pill.state} />
      {title === undefined && pill.label}
    </button>
  );
}

/** As `PillBar`, while it plays too fast to walk them: all that makes them one stop of Tab is much to set up for a few hundredths of a second. */
export function PassingPills({ placed: { pills, more, compact }, onSelectTask }: PillsProps) {
  return (
    <div className={styles.pills}>
      {pills.map((pill) => (
        <PillButton
          key={pill.task}
          pill={pill}
          tabIndex={-1}
          title={compact ? pill.label : undefined}
          onClick={() => onSelectTask(pill.task)}
        />
      ))}
      {more.length > 0 && <span className={styles.more}>+{more.length}</span>}
    </div>
  );
}

/** The pills of a line: one stop of Tab; arrows walk them. */
export function PillBar({ line, placed: { pills, more, compact }, onSelectTask }: PillsProps) {
  return (
    <Toolbar.Root className={styles.pills} aria-label={`Tasks on line ${line}`}>
      {pills.map((pill) => (
        <Toolbar.Button key={pill.task} asChild onClick={() => onSelectTask(pill.task)}>
          <PillButton pill={pill} title={compact ? pill.label : undefined} />
        </Toolbar.Button>
      ))}
      {more.length > 0 && <MorePills line={line} more={more} onSelectTask={onSelectTask} />}
    </Toolbar.Root>
  );
}
