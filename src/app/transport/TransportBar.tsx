import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { Suspense } from 'react';
import { briefSeconds, formatSeconds } from '../../model/units';
import { keysOf } from '../commands/keymap';
import { Button, IconButton } from '../design/Button';
import { part } from '../design/part';
import { SegmentedControl } from '../design/SegmentedControl';
import { useActions, useAppState, useWorldPart } from '../store/AppContext';
import type { TransportStepSize } from '../store/savedPreferences';
import { recordedLength } from '../store/selectors';
import { FollowButton } from './FollowButton';
import { Notice } from './Notice';
import { SliderFlags } from './SliderFlags';
import { SpeedMenu } from './SpeedMenu';
import { StepSlider } from './StepSlider';
import styles from './TransportBar.module.css';

const TransportMenus = part(() => import('./TransportMenus'));

const STEP_SIZES: readonly { value: TransportStepSize; label: string }[] = [
  { value: 'line', label: 'Line' },
  { value: 'taskSwitch', label: 'Task switch' },
  { value: 'loopTurn', label: 'Loop turn' },
];

/** The way through the recording: buttons, step size, slider, speed. */
export function TransportBar() {
  const actions = useActions();
  const length = useAppState(recordedLength);
  const atStart = useAppState((state) => state.position.step === 0);
  const atEnd = useAppState((state) => state.position.step >= recordedLength(state));
  const playing = useAppState((state) => state.position.playing);
  const stepSize = useAppState((state) => state.preferences.stepSize);
  const nothing = length === 0;
  return (
    <div className={styles.bar} data-panel-name="Transport" tabIndex={-1}>
      <div className={styles.buttons}>
        <IconButton
          label="First step"
          {...keysOf('firstStep')}
          icon={<SkipBack size={15} />}
          disabled={nothing || atStart}
          onClick={actions.firstStep}
        />
        <IconButton
          label="Step back"
          {...keysOf('stepBack')}
          icon={<ChevronLeft size={17} />}
          disabled={nothing || atStart}
          onClick={actions.stepBack}
        />
        <span className={styles.play}>
          <Button
            variant={playing ? 'plain' : 'primary'}
            disabled={nothing}
            aria-keyshortcuts="Space"
            onClick={playing ? actions.pause : actions.play}
          >
            {playing ? <Pause size={14} aria-hidden="true" /> : <Play size={14} fill="currentColor" aria-hidden="true" />}
            {playing ? 'Pause' : 'Play'}
          </Button>
        </span>
        <IconButton
          label="Step forward"
          {...keysOf('stepForward')}
          icon={<ChevronRight size={17} />}
          disabled={nothing || atEnd}
          onClick={actions.stepForward}
        />
        <IconButton
          label="Last step"
          {...keysOf('lastStep')}
          icon={<SkipForward size={15} />}
          disabled={nothing || atEnd}
          onClick={actions.lastStep}
        />
      </div>
      <div className={styles.size}>
        <SegmentedControl label="Step size" options={STEP_SIZES} value={stepSize} onChange={actions.setStepSize} />
      </div>
      <Where length={length} />
      <div className={styles.slider}>
        <StepSlider />
        <SliderFlags />
        <Notice />
      </div>
      <div className={styles.speed}>
        <SpeedMenu />
      </div>
      <div className={styles.extras}>
        <FollowButton />
        <Suspense>
          <TransportMenus />
        </Suspense>
      </div>
    </div>
  );
}

/** "step 14 / 58", "t = 0.000 s": as wide as it will ever get in this recording, so that nothing moves while playing. */
function Where({ length }: { readonly length: number }) {
  const step = useAppState((state) => state.position.step);
  const clock = useWorldPart((world) => world.clock);
  const total = length.toLocaleString('en');
  return (
    <div className={styles.where}>
      <span className={styles.step} style={{ minWidth: `${2 * total.length + 9}ch` }}>
        step {step.toLocaleString('en')} / {total}
      </span>
      <span className={styles.clock} title={clock === null ? undefined : formatSeconds(clock)}>
        {clock === null ? '' : `t = ${briefSeconds(clock)}`}
      </span>
    </div>
  );
}
