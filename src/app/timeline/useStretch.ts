import { useState } from 'react';
import { type Stretch, stretchOf } from './shares';

interface SelectedStretch {
  readonly stretch: Stretch | null;
  /** Whether dragging along the lanes selects rather than travels. */
  readonly dragSelects: boolean;
  readonly setDragSelects: (on: boolean) => void;
  /** Selects between two places in steps, in any order. */
  readonly selectBetween: (one: number, other: number) => void;
  /** Moves one end to a step; without a selection the other end is that of the recording. */
  readonly moveEnd: (end: 'from' | 'to', step: number) => void;
  readonly clear: () => void;
}

/** The selected stretch of one recording; of another, nothing is selected. `recording` stands for the recording however long it has grown. */
export function useStretch(recording: object, length: number): SelectedStretch {
  const [kept, setKept] = useState<{ readonly recording: object; readonly stretch: Stretch | null }>({ recording, stretch: null });
  const [dragSelects, setDragSelects] = useState(false);
  const stretch = kept.recording === recording ? kept.stretch : null;
  const selectBetween = (one: number, other: number) => setKept({ recording, stretch: stretchOf(one, other, length) });
  return {
    stretch,
    dragSelects,
    setDragSelects,
    selectBetween,
    moveEnd: (end, step) => {
      if (end === 'from') selectBetween(step, stretch !== null && stretch.to > step ? stretch.to : length);
      else selectBetween(stretch !== null && stretch.from < step ? stretch.from : 0, step);
    },
    clear: () => setKept({ recording, stretch: null }),
  };
}
