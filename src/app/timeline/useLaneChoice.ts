import { useMemo, useState } from 'react';
import type { TaskId } from '../../model/units';
import { ALL_LANES, type LaneChoice } from './laneRows';

/** Which lanes are shown, and ways to change it. */
export interface LaneControls {
  readonly choice: LaneChoice;
  /** Whether tasks with nothing in sight are left out. */
  readonly onlyInSight: boolean;
  readonly search: (query: string) => void;
  readonly setOnlyInSight: (on: boolean) => void;
  readonly togglePin: (task: TaskId) => void;
  readonly toggleFold: (task: TaskId) => void;
  readonly fold: (tasks: Iterable<TaskId>) => void;
  /** Shows every lane again, unfolded and unpinned. */
  readonly reset: () => void;
}

function toggled(tasks: ReadonlySet<TaskId>, task: TaskId): ReadonlySet<TaskId> {
  const after = new Set(tasks);
  if (!after.delete(task)) after.add(task);
  return after;
}

/** The choice of lanes of one recording; of another, all are shown. `recording` stands for the recording however long it has grown. */
export function useLaneChoice(recording: object): LaneControls {
  const [kept, setKept] = useState({ recording, choice: ALL_LANES, onlyInSight: false });
  return useMemo(() => {
    const { choice, onlyInSight } = kept.recording === recording ? kept : { choice: ALL_LANES, onlyInSight: false };
    const choose = (change: Partial<LaneChoice>) => setKept({ recording, choice: { ...choice, ...change }, onlyInSight });
    return {
      choice,
      onlyInSight,
      search: (query) => choose({ query }),
      setOnlyInSight: (on) => setKept({ recording, choice, onlyInSight: on }),
      togglePin: (task) => choose({ pinned: toggled(choice.pinned, task) }),
      toggleFold: (task) => choose({ folded: toggled(choice.folded, task) }),
      fold: (tasks) => choose({ folded: new Set(tasks) }),
      reset: () => setKept({ recording, choice: ALL_LANES, onlyInSight: false }),
    };
  }, [recording, kept]);
}
