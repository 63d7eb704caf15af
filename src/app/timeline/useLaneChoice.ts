import { useMemo, useState } from 'react';
import type { ActorId } from '../../model/actor-id';
import { ALL_LANES, type LaneChoice } from './laneRows';

/** Which lanes are shown, and ways to change it. */
export interface LaneControls {
  readonly choice: LaneChoice;
  /** Whether tasks with nothing in sight are left out. */
  readonly onlyInSight: boolean;
  readonly search: (query: string) => void;
  readonly setOnlyInSight: (on: boolean) => void;
  readonly togglePin: (id: ActorId) => void;
  readonly toggleFold: (id: ActorId) => void;
  readonly fold: (ids: Iterable<ActorId>) => void;
  /** Shows every lane again, unfolded and unpinned. */
  readonly reset: () => void;
}

function toggled(ids: ReadonlySet<ActorId>, id: ActorId): ReadonlySet<ActorId> {
  const after = new Set(ids);
  if (!after.delete(id)) after.add(id);
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
      togglePin: (id) => choose({ pinned: toggled(choice.pinned, id) }),
      toggleFold: (id) => choose({ folded: toggled(choice.folded, id) }),
      fold: (ids) => choose({ folded: new Set(ids) }),
      reset: () => setKept({ recording, choice: ALL_LANES, onlyInSight: false }),
    };
  }, [recording, kept]);
}
