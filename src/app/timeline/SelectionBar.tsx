import { X, ZoomIn } from 'lucide-react';
import { Button, IconButton } from '../design/Button';
import { StateWord } from '../design/StateIcon';
import { durationWords, stepWords, timeWords } from './describeSpan';
import styles from './SelectionBar.module.css';
import type { Share, Stretch } from './shares';
import { nsAtStep, type StepClock } from './stepClock';

interface SelectionBarProps {
  readonly stretch: Stretch;
  readonly clock: StepClock;
  /** Whose shares these are: a task's name, or "all 6 tasks". */
  readonly whose: string;
  readonly shares: readonly Share[];
  readonly onZoom: () => void;
  readonly onClear: () => void;
}

const MILLISECOND = 1e6;
/** Times of stretches longer than this are told in milliseconds: a hand on a mouse is no finer. */
const COARSE_NS = 20 * MILLISECOND;

/** "67 %", "< 1 %". */
const percent = (part: number): string => (part > 0 && part < 0.01 ? '< 1 %' : `${Math.round(part * 100)} %`);

/** What share of the selected stretch each state took. Escape clears the selection. */
export function SelectionBar({ stretch, clock, whose, shares, onZoom, onClear }: SelectionBarProps) {
  const [fromNs, toNs] = [nsAtStep(clock, stretch.from), nsAtStep(clock, stretch.to)];
  const grain = toNs - fromNs > COARSE_NS ? MILLISECOND : 1;
  const rounded = (ns: number) => Math.round(ns / grain) * grain;
  const figures = {
    fromStep: Math.floor(stretch.from),
    toStep: Math.ceil(stretch.to),
    fromNs: rounded(fromNs),
    toNs: rounded(toNs),
  };
  return (
    <section
      className={styles.bar}
      aria-label="Selected span"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClear();
      }}
    >
      <div className={styles.words} aria-live="polite">
        <span className={styles.extent}>
          {timeWords(figures)} · {durationWords(figures)} · {stepWords(figures)}
        </span>
        <strong className={styles.whose}>{whose}</strong>
        {shares.length === 0 ? (
          <span className={styles.extent}>nothing: no task is there in this span</span>
        ) : (
          <ul className={styles.shares}>
            {shares.map(({ state, part }) => (
              <li key={state}>
                <StateWord state={state} /> <span className={styles.part}>{percent(part)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button variant="ghost" onClick={onZoom}>
        <ZoomIn size={14} />
        Zoom to selection
      </Button>
      <IconButton label="Clear selection" shortcut="Esc" variant="ghost" icon={<X size={14} />} onClick={onClear} />
    </section>
  );
}
