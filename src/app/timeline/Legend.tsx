import { useMemo } from 'react';
import type { TaskState } from '../../model/world';
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
  readonly widthPx: number;
  readonly draw: (pen: Pen, palette: Palette) => void;
}

const barOf = (state: TaskState): Entry => ({
  word: stateWord(state),
  widthPx: BAR_WIDTH_PX,
  draw: (pen, palette) => {
    const batches = new RectBatches();
    batches.add(state, 0, BAR_WIDTH_PX, HEIGHT_PX / 2, barPx(state, HEIGHT_PX + 4));
    batches.draw(pen, palette);
  },
});
const endOf = (state: TaskState): Entry => ({
  word: stateWord(state),
  widthPx: MARK_WIDTH_PX,
  draw: (pen, palette) => drawEndMark(pen, 0, HEIGHT_PX / 2, state, palette),
});
const markerOf = (kind: MomentKind): Entry => ({
  word: MARKER_WORD[kind],
  widthPx: MARKER_WIDTH_PX,
  draw: (pen, palette) => drawMarker(pen, MARKER_WIDTH_PX / 2, HEIGHT_PX / 2, kind, palette),
});
const ENTRIES: readonly Entry[] = [...STATES.map(barOf), ...ENDS.map(endOf), ...MOMENT_KINDS.map(markerOf)];

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
