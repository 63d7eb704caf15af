import type { Pace } from '../store/pace';

/** Paces from which one chooses, slowest first, as they are named. */
export const PACES: readonly { readonly pace: Pace; readonly label: string; readonly detail?: string }[] = [
  { pace: { by: 'steps', speed: 1 }, label: '1 step/s' },
  { pace: { by: 'steps', speed: 2 }, label: '2 steps/s' },
  { pace: { by: 'steps', speed: 5 }, label: '5 steps/s' },
  { pace: { by: 'steps', speed: 10 }, label: '10 steps/s' },
  { pace: { by: 'steps', speed: 30 }, label: '30 steps/s' },
  { pace: { by: 'steps', speed: 100 }, label: '100 steps/s' },
  { pace: { by: 'steps', speed: 'whole' }, label: 'All in 5 s' },
  { pace: { by: 'time', speed: 0.1 }, label: '0.1× time', detail: 'By virtual time. No wait lasts longer than 2 s.' },
  { pace: { by: 'time', speed: 0.5 }, label: '0.5× time' },
  { pace: { by: 'time', speed: 1 }, label: '1× time' },
  { pace: { by: 'time', speed: 10 }, label: '10× time' },
  { pace: { by: 'time', speed: 100 }, label: '100× time' },
  { pace: { by: 'time', speed: 'whole' }, label: 'All in 5 s, by time' },
];

const isSame = (a: Pace, b: Pace): boolean => a.by === b.by && a.speed === b.speed;

/** What a pace is called. */
export const paceLabel = (pace: Pace): string =>
  PACES.find((choice) => isSame(choice.pace, pace))?.label ?? `${pace.speed}${pace.by === 'time' ? '× time' : ' steps/s'}`;

/** One pace faster (1) or slower (-1) of the same kind; the same at the end. */
export function nextPace(pace: Pace, by: 1 | -1): Pace {
  const choices = PACES.filter((choice) => choice.pace.by === pace.by);
  const position = choices.findIndex((choice) => isSame(choice.pace, pace));
  return choices[position === -1 ? 0 : position + by]?.pace ?? pace;
}

/** By virtual time as fast as time is, where it was by steps; and back. */
export const otherPace = ({ by, speed }: Pace): Pace => {
  if (speed === 'whole') return { by: by === 'steps' ? 'time' : 'steps', speed };
  return by === 'steps' ? { by: 'time', speed: 1 } : { by: 'steps', speed: 2 };
};
