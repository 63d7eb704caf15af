import { createPortal } from 'react-dom';
import { StateWord } from '../design/StateIcon';
import type { CanvasPoint } from './gestures';
import styles from './TimelineTooltip.module.css';
import type { Tip } from './tip';

/** Half the width it may have, so that it stays inside the window. */
const HALF_PX = 170;
const ABOVE_PX = 16;

/** What the pointer is on. Decorative: the keyboard's way to the same words is the live region. */
export function TimelineTooltip({ tip, at }: { readonly tip: Tip; readonly at: CanvasPoint }) {
  const left = Math.min(Math.max(at.x, HALF_PX + 8), Math.max(HALF_PX + 8, innerWidth - HALF_PX - 8));
  return createPortal(
    <div className={styles.tooltip} style={{ left, bottom: innerHeight - at.y + ABOVE_PX }} aria-hidden="true">
      <div className={styles.title}>
        <code>{tip.label}</code>
        {tip.state !== null && <StateWord state={tip.state} />}
      </div>
      {tip.text !== '' && <div className={styles.reason}>{tip.text}</div>}
      <div className={styles.figures}>{tip.figures}</div>
    </div>,
    document.body,
  );
}
