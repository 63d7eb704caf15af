import { useEffect, useRef } from 'react';
import type { TaskState } from '../../model/world';
import { barPx } from './drawLanes';
import { drawEndMark } from './endMark';
import styles from './Legend.module.css';
import type { Palette } from './palette';
import { RectBatches } from './rectBatches';
import { stateWord } from './stateWord';

const STATES: readonly TaskState[] = ['running', 'ready', 'sleeping', 'waiting', 'io', 'blocking'];
const ENDS: readonly TaskState[] = ['done', 'failed', 'cancelled'];
const BAR_WIDTH_PX = 18;
const MARK_WIDTH_PX = 14;
const HEIGHT_PX = 18;

interface SwatchProps {
  readonly state: TaskState;
  readonly palette: Palette;
  readonly ratio: number;
}

/** A piece of lane, drawn as in the lanes. */
function Swatch({ state, palette, ratio }: SwatchProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isEnd = ENDS.includes(state);
  const widthPx = isEnd ? MARK_WIDTH_PX : BAR_WIDTH_PX;
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, widthPx, HEIGHT_PX);
    if (isEnd) {
      drawEndMark(pen, 0, HEIGHT_PX / 2, state, palette);
    } else {
      const batches = new RectBatches();
      batches.add(state, 0, widthPx, HEIGHT_PX / 2, barPx(state, HEIGHT_PX + 4));
      batches.draw(pen, palette);
    }
  }, [state, palette, ratio, isEnd, widthPx]);
  return (
    <canvas
      ref={canvas}
      width={Math.round(widthPx * ratio)}
      height={Math.round(HEIGHT_PX * ratio)}
      style={{ width: widthPx, height: HEIGHT_PX }}
    />
  );
}

/** What the looks of spans mean. As many entries are shown as fit in one row. */
export function Legend({ palette, ratio }: Omit<SwatchProps, 'state'>) {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {[...STATES, ...ENDS].map((state) => (
        <li key={state} className={styles.entry}>
          <Swatch state={state} palette={palette} ratio={ratio} />
          {stateWord(state)}
        </li>
      ))}
    </ul>
  );
}
