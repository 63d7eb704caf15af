import { ListFilter } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { RecordingIndex } from '../../model/index/recording-index';
import type { TaskId } from '../../model/units';
import { Button, IconButton } from '../design/Button';
import styles from './LaneMenu.module.css';
import type { Lanes } from './spans';
import type { LaneControls } from './useLaneChoice';

interface LaneMenuProps {
  readonly index: RecordingIndex;
  readonly controls: LaneControls;
  /** How many lanes are shown. */
  readonly shown: number;
  readonly all: Lanes;
  readonly selected: TaskId | null;
}

/** Which lanes are shown: by name, with something in sight, pinned, folded. */
export function LaneMenu({ index, controls, shown, all, selected }: LaneMenuProps) {
  const { choice, onlyInSight } = controls;
  const total = all.count + all.threads.length;
  const isNarrowed = shown < total || choice.pinned.size > 0;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label="Choose lanes" variant={isNarrowed ? 'plain' : 'ghost'} icon={<ListFilter size={14} />} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.menu} side="top" align="end" sideOffset={6} collisionPadding={8} aria-label="Choose lanes">
          <p className={styles.count} aria-live="polite">
            {shown === total
              ? `All ${total.toLocaleString('en')} lanes`
              : `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} lanes`}
          </p>
          <input
            type="search"
            className={styles.search}
            aria-label="Search lanes"
            placeholder="Name of a task or thread"
            value={choice.query}
            onChange={(event) => controls.search(event.target.value)}
          />
          <label className={styles.check}>
            <input type="checkbox" checked={onlyInSight} onChange={(event) => controls.setOnlyInSight(event.target.checked)} />
            Hide tasks that are finished before what is in sight, or begin after it
          </label>
          {selected !== null && (
            <label className={styles.check}>
              <input type="checkbox" checked={choice.pinned.has(selected)} onChange={() => controls.togglePin(selected)} />
              Keep {index.taskNames.labelOf(selected)} on top
            </label>
          )}
          <div className={styles.buttons}>
            <Button onClick={() => controls.fold([...all.of(null), ...all.threads].map(({ id }) => id))}>Fold all</Button>
            <Button onClick={controls.reset}>Show all</Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
