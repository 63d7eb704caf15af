import type { TaskState } from '../../model/world';
import type { Palette } from './palette';
import type { Pen } from './pen';

/** From quiet to loud: what comes later is drawn over what came before. */
const ORDER: readonly TaskState[] = ['sleeping', 'waiting', 'io', 'ready', 'running', 'blocking'];

/**
 * Bars at least this wide have their texture, rounded corners and a gap behind them. In narrower ones a texture could not be seen, they
 * must not lose what little they have, and there may be thousands of them.
 */
const WIDE_PX = 6;
const GAP_PX = 1;
const RADIUS_PX = 2;
/** How strong the colour of a narrow bar is, from 0 to 1: as strong as its texture on the whole. */
const STRENGTH: { readonly [S in TaskState]?: number } = { ready: 0.5, sleeping: 0.42, waiting: 0.45, io: 0.45 };
/** A moment of running must be seen among hours of waiting. */
const NARROWEST_PX: { readonly [S in TaskState]?: number } = { running: 2, blocking: 3 };

/** Bars of one state: x, y, width and height of each. */
type Bars = number[];

/** Bars gathered by state, so that each fill is set once a frame: setting one costs more than a bar. */
export class RectBatches {
  private readonly bars = new Map<TaskState, Bars>();

  /** A bar around a middle line. CSS pixels; edges are put on whole pixels so that they are sharp. One that continues the last is joined to it. */
  add(state: TaskState, fromPx: number, toPx: number, middlePx: number, heightPx: number): void {
    const x = Math.round(fromPx);
    const y = middlePx - heightPx / 2;
    const width = Math.max(NARROWEST_PX[state] ?? 1, Math.round(toPx) - x);
    let bars = this.bars.get(state);
    if (bars === undefined) {
      bars = [];
      this.bars.set(state, bars);
    }
    const last = bars.length - 4;
    const lastX = bars[last] ?? 0;
    const continues = last >= 0 && bars[last + 1] === y && bars[last + 3] === heightPx && lastX + (bars[last + 2] ?? 0) >= x && x >= lastX;
    if (continues) bars[last + 2] = x + width - lastX;
    else bars.push(x, y, width, heightPx);
  }

  draw(pen: Pen, palette: Palette): void {
    for (const state of ORDER) {
      const bars = this.bars.get(state);
      if (bars === undefined) continue;
      pen.fillStyle = palette.colour[state];
      pen.globalAlpha = STRENGTH[state] ?? 1;
      drawNarrow(pen, bars);
      pen.fillStyle = palette.fill[state];
      pen.globalAlpha = 1;
      drawWide(pen, bars);
    }
  }
}

function drawNarrow(pen: Pen, bars: Bars): void {
  for (let i = 0; i < bars.length; i += 4) {
    const width = bars[i + 2] ?? 0;
    if (width < WIDE_PX) pen.fillRect(bars[i] ?? 0, bars[i + 1] ?? 0, width, bars[i + 3] ?? 0);
  }
}

function drawWide(pen: Pen, bars: Bars): void {
  pen.beginPath();
  for (let i = 0; i < bars.length; i += 4) {
    const width = bars[i + 2] ?? 0;
    if (width >= WIDE_PX) pen.roundRect(bars[i] ?? 0, bars[i + 1] ?? 0, width - GAP_PX, bars[i + 3] ?? 0, RADIUS_PX);
  }
  pen.fill();
}
