/** A speed of playing: steps a second. */
export interface Speed {
  readonly value: number;
  readonly label: string;
}

export const SPEEDS: readonly Speed[] = [
  { value: 1, label: '1 step/s' },
  { value: 2, label: '2 steps/s' },
  { value: 5, label: '5 steps/s' },
  { value: 10, label: '10 steps/s' },
  { value: 30, label: '30 steps/s' },
  { value: 100, label: '100 steps/s' },
];
