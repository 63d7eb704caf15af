import { createPortal } from 'react-dom';
import { StateWord } from '../design/StateIcon';
import { durationWords, type SpanDescription, stepWords, timeWords } from './describeSpan';
import type { CanvasPoint } from './gestures';
import styles from './SpanTooltip.module.css';

/** Half the width it may have, so that it stays inside the window. */
const HALF_PX = 170;
const ABOVE_PX = 16;

/** What the pointer is on. Decorative: the keyboard's way to the same words is the live region. */
export function SpanTooltip({ span, at }: { readonly span: SpanDescription; readonly at: CanvasPoint }) {
  const left = Math.min(Math.max(at.x, HALF_PX + 8), Math.max(HALF_PX + 8, innerWidth - HALF_PX - 8));
  return createPortal(
    <div className={styles.tooltip} style={{ left, bottom: innerHeight - at.y + ABOVE_PX }} aria-hidden="true">
      <div className={styles.title}>
        <code>{span.label}</code>
        <StateWord state={span.state} />
      </div>
      {span.reason !== '' && <div className={styles.reason}>{span.reason}</div>}
      <div className={styles.figures}>
        {timeWords(span)} · {durationWords(span)} · {stepWords(span)}
      </div>
    </div>,
    document.body,
  );
}
