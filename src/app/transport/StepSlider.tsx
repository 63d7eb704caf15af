import { Slider } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import { formatSeconds } from '../../model/units';
import { useActions, useAppState, useWorldPart } from '../store/AppContext';
import { recordedLength } from '../store/selectors';
import styles from './StepSlider.module.css';

const WAYS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** One position for each step of the recording. The arrow keys step as they do everywhere; with Shift they move by a single event. */
export function StepSlider() {
  const actions = useActions();
  const length = useAppState(recordedLength);
  const step = useAppState((state) => state.position.step);
  const clock = useWorldPart((world) => world.clock);
  const text = clock === null ? 'nothing recorded' : `step ${step} of ${length}, t = ${formatSeconds(clock)}`;
  const travel = ([value]: number[]): void => {
    if (value !== undefined) actions.travel(value);
  };
  const onKey = (event: KeyboardEvent): void => {
    const way = WAYS[event.key];
    if (way === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // What it is prevented from is the slider's own way of moving.
    event.preventDefault();
    if (event.shiftKey) actions.travel(Math.min(Math.max(step + way, 0), length));
    else if (way === 1) actions.stepForward();
    else actions.stepBack();
  };
  return (
    <Slider.Root
      className={styles.slider}
      min={0}
      max={Math.max(length, 1)}
      step={1}
      value={[step]}
      disabled={length === 0}
      onValueChange={travel}
      onKeyDown={onKey}
    >
      <Slider.Track className={styles.track}>
        <Slider.Range className={styles.range} />
      </Slider.Track>
      <Slider.Thumb className={styles.thumb} aria-label="Step" aria-valuetext={text} />
    </Slider.Root>
  );
}
