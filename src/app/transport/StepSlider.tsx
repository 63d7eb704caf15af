import { Slider } from 'radix-ui';
import { formatSeconds } from '../../model/units';
import { useActions, useAppState, useWorldPart } from '../store/AppContext';
import { recordedLength } from '../store/selectors';
import styles from './StepSlider.module.css';

/** One position for each step of the recording; the arrow keys move by a single event. */
export function StepSlider() {
  const actions = useActions();
  const length = useAppState(recordedLength);
  const step = useAppState((state) => state.position.step);
  const clock = useWorldPart((world) => world.clock);
  const text = clock === null ? 'nothing recorded' : `step ${step} of ${length}, t = ${formatSeconds(clock)}`;
  const travel = ([value]: number[]): void => {
    if (value !== undefined) actions.travel(value);
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
    >
      <Slider.Track className={styles.track}>
        <Slider.Range className={styles.range} />
      </Slider.Track>
      <Slider.Thumb className={styles.thumb} aria-label="Step" aria-valuetext={text} />
    </Slider.Root>
  );
}
