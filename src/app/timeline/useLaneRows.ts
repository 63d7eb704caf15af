import { useMemo } from 'react';
import { type ActorId, actorName, creatorOf } from '../../model/actor-id';
import type { RecordingIndex } from '../../model/index/recording-index';
import type { Axis } from './axis';
import { arrangeLanes, type LaneRows } from './laneRows';
import type { Lanes } from './spans';
import type { LaneControls } from './useLaneChoice';
import type { Viewport } from './viewport';

/** The lanes that are shown. `recorded` is a new object whenever there is more of the recording. */
export function useLaneRows(
  index: RecordingIndex,
  recorded: { readonly all: Lanes },
  axis: Axis,
  view: Viewport,
  { choice, onlyInSight }: LaneControls,
): LaneRows {
  const inSight = useMemo(
    () => (onlyInSight ? { from: axis.stepAt(view.from), to: axis.stepAt(view.to) } : null),
    [onlyInSight, axis, view],
  );
  return useMemo(() => {
    const family = { labelOf: (id: ActorId) => actorName(index, id), creatorOf: (id: ActorId) => creatorOf(index, id) };
    return arrangeLanes([...recorded.all.of(null), ...recorded.all.threads], family, choice, inSight);
  }, [index, recorded, choice, inSight]);
}
