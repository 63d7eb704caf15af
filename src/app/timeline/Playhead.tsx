import { LABEL_PX, positionPx } from './geometry';
import styles from './Playhead.module.css';
import type { Scene } from './scene';

/** Where a step is on a chart, in CSS pixels from its left edge; null where it is out of sight. */
export function playheadPx({ stage, axis, view }: Pick<Scene, 'stage' | 'axis' | 'view'>, step: number): number | null {
  const px = positionPx(stage, view, axis.positionOf(step));
  return px < LABEL_PX - 1 || px > stage.widthPx ? null : px;
}

interface PlayheadProps {
  /** As `playheadPx` gives it. */
  readonly atPx: number | null;
  /** Whether it has a handle, on the ruler. */
  readonly handle?: boolean;
}

/** The line where one stands, over a chart. It is not drawn on the canvas: so playing moves it, and nothing has to be drawn anew. */
export function Playhead({ atPx, handle = false }: PlayheadProps) {
  if (atPx === null) return null;
  return (
    <div className={styles.playhead} data-handle={handle} style={{ transform: `translateX(${Math.round(atPx)}px)` }} aria-hidden="true" />
  );
}
