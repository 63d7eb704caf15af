import { useMemo } from 'react';
import type { TaskState } from '../../model/world';
import type { LegendEntry } from '../design/PanelLegend';
import { STATE_MEANINGS } from '../design/stateMeanings';
import { barPx } from './drawLanes';
import { drawMarker } from './drawMoments';
import { drawEndMark } from './endMark';
import styles from './Legend.module.css';
import { MOMENT_KINDS, type MomentKind } from './moments';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { RectBatches } from './rectBatches';
import { stateWord } from './stateWord';

const STATES: readonly TaskState[] = ['running', 'ready', 'sleeping', 'waiting', 'io', 'blocking'];
const ENDS: readonly TaskState[] = ['done', 'failed', 'cancelled'];
const MARKER_WORD: Readonly<Record<MomentKind, string>> = {
  output: 'output',
  cancel: 'cancel request',
  raised: 'exception',
  problem: 'problem',
};
const MARKER_MEANING: Readonly<Record<MomentKind, string>> = {
  output: 'it wrote text',
  cancel: 'somebody asked it to cancel',
  raised: 'an exception was raised in it',
  problem: 'something was found, which Problems tells',
};
const BAR_WIDTH_PX = 18;
const MARK_WIDTH_PX = 14;
const MARKER_WIDTH_PX = 10;
const HEIGHT_PX = 18;

interface SwatchProps {
  readonly widthPx: number;
  readonly ratio: number;
  readonly palette: Palette;
  /** Draws around the middle line. A constant function, or it is drawn at each render. */
  readonly draw: (pen: Pen, palette: Palette) => void;
}

/** A piece of lane, drawn as in the lanes. An image, because the browser keeps a layer of its own for each canvas. */
function Swatch({ widthPx, ratio, palette, draw }: SwatchProps) {
  const image = useMemo(() => {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(widthPx * ratio);
    canvas.height = Math.round(HEIGHT_PX * ratio);
    const pen = canvas.getContext('2d');
    if (!pen) return undefined;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(pen, palette);
    return canvas.toDataURL();
  }, [widthPx, ratio, palette, draw]);
  return <img src={image} alt="" width={widthPx} height={HEIGHT_PX} />;
}

interface Entry {
  readonly word: string;
  readonly meaning: string;
  readonly widthPx: number;
  readonly draw: (pen: Pen, palette: Palette) => void;
}

const barOf = (state: TaskState): Entry => ({
  word: stateWord(state),
  meaning: STATE_MEANINGS[state],
  widthPx: BAR_WIDTH_PX,
  draw: (pen, palette) => {
    const batches = new RectBatches();
    batches.add(state, 0, BAR_WIDTH_PX, HEIGHT_PX / 2, barPx(state, HEIGHT_PX + 4));
    batches.draw(pen, palette);
  },
});
const endOf = (state: TaskState): Entry => ({
  word: stateWord(state),
  meaning: STATE_MEANINGS[state],
  widthPx: MARK_WIDTH_PX,
  draw: (pen, palette) => drawEndMark(pen, 0, HEIGHT_PX / 2, state, palette),
});
const markerOf = (kind: MomentKind): Entry => ({
  word: MARKER_WORD[kind],
  meaning: MARKER_MEANING[kind],
  widthPx: MARKER_WIDTH_PX,
  draw: (pen, palette) => drawMarker(pen, MARKER_WIDTH_PX / 2, HEIGHT_PX / 2, kind, palette),
});
const ENTRIES: readonly Entry[] = [...STATES.map(barOf), ...ENDS.map(endOf), ...MOMENT_KINDS.map(markerOf)];

const LINES: readonly LegendEntry[] = [
  {
    key: 'arrow',
    sign: 'arrow',
    meaning: 'a task creates another (with a ring at its tail), wakes it, or asks it to cancel (with a bar)',
  },
  { key: 'bracket', sign: 'bracket', meaning: 'a TaskGroup, timeout, gather or the like is open in the task' },
];

/** The same at length, for where that row has no room, with what is drawn from lane to lane. */
export const timelineLegend = (palette: Palette, ratio: number): readonly LegendEntry[] => [
  ...ENTRIES.map(({ word, meaning, widthPx, draw }) => ({
    key: word,
    sign: (
      <span className={styles.sign}>
        <Swatch widthPx={widthPx} ratio={ratio} palette={palette} draw={draw} />
        {word}
      </span>
    ),
    meaning,
  })),
  ...LINES,
];

/** What the looks of spans and markers mean. As many entries are shown as fit in one row. */
export function Legend({ palette, ratio }: { readonly palette: Palette; readonly ratio: number }) {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {ENTRIES.map(({ word, widthPx, draw }) => (
        <li key={word} className={styles.entry}>
          <Swatch widthPx={widthPx} ratio={ratio} palette={palette} draw={draw} />
          {word}
        </li>
      ))}
    </ul>
  );
}
