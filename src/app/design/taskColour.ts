import type { TaskId } from '../../model/units';

/** Okabe and Ito's palette without black and yellow, and two more that keep their distance from it. */
const PALETTE = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#8a6fd1', '#7f8f2f'] as const;

/** The colour of a task's swatch, the same in every panel and theme. It tells neighbours apart; the label says which task it is. */
export function taskColour(task: TaskId): string {
  return PALETTE[(task - 1) % PALETTE.length] ?? PALETTE[0];
}
