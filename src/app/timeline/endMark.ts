import type { TaskState } from '../../model/world';
import type { Palette } from './palette';
import type { Pen } from './pen';

/** Half the size of a mark, and how far its middle stands behind the end. */
const REACH_PX = 4;
const OFFSET_PX = 7;
/** How far a mark reaches behind the end it marks. */
export const END_MARK_PX = OFFSET_PX + REACH_PX + 2;

/** Marks the moment at which a task ended with its state's shape: a tick, a cross, or a barred circle. */
export function drawEndMark(pen: Pen, x: number, y: number, state: TaskState, palette: Palette): void {
  const middle = x + OFFSET_PX;
  const line = (...points: readonly (readonly [number, number])[]): void => {
    for (const [i, [dx, dy]] of points.entries()) {
      if (i === 0) pen.moveTo(middle + dx, y + dy);
      else pen.lineTo(middle + dx, y + dy);
    }
  };
  pen.strokeStyle = palette.colour[state];
  pen.lineWidth = 2;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  if (state === 'done') {
    line([-REACH_PX, 0], [-1, 3], [REACH_PX, -3]);
  } else if (state === 'failed') {
    line([-3, -3], [3, 3]);
    line([3, -3], [-3, 3]);
  } else {
    pen.arc(middle, y, REACH_PX, 0, 2 * Math.PI);
    line([-2.8, -2.8], [2.8, 2.8]);
  }
  pen.stroke();
}
