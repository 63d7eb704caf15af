import { nextStep } from '../../model/navigation';
import { asStep } from '../../model/units';
import { breaksOf, conditionsMissing } from './breaks';
import type { Machine } from './machine';
import { dwell } from './pace';
import { currentBreakpoints, currentRecorded, followedTask, recordedLength } from './selectors';
import type { AppStore } from './state';

export interface PlayActions {
  /** Moves by itself, at the chosen pace, until the end; from the start when it stands at the end. Stops at breakpoints. */
  readonly play: () => void;
  readonly pause: () => void;
}

/** Milliseconds between two frames that are played; a longer gap counts as this: a page that was hidden goes on where it was. */
const LONGEST_PAUSE = 250;

export function playActions(store: AppStore, machine: Machine): PlayActions {
  /** Counts the times that playing began, so that the frames of an earlier time end when a new one begins. */
  let playings = 0;

  function play(): void {
    const { position, session } = store.getState();
    const length = recordedLength(store.getState());
    if (position.playing || length === 0) return;
    const again = position.step >= length && session.phase !== 'recording';
    store.setState({ position: { step: again ? asStep(0) : position.step, playing: true }, notice: '' });
    const own = ++playings;
    let last: number | null = null;
    let owed = 0;
    const tick = (time: number): void => {
      if (!store.getState().position.playing || own !== playings) return;
      owed = advance(store, machine, owed + Math.min(time - (last ?? time), LONGEST_PAUSE));
      last = time;
      machine.nextFrame(tick);
    };
    machine.nextFrame(tick);
  }

  return {
    play,
    pause: () => store.setState(({ position }) => ({ position: { ...position, playing: false } })),
  };
}

/** Moves on over the stops for which there are milliseconds enough; gives those that are left. */
function advance(store: AppStore, { examples }: Machine, milliseconds: number): number {
  const state = store.getState();
  const recorded = currentRecorded(state);
  if (recorded === null || conditionsMissing(examples, state)) return 0;
  const { index } = recorded;
  const { stepSize, pace } = state.preferences;
  const task = followedTask(state);
  let { step } = state.position;
  let owed = milliseconds;
  const halt = breaksOf(index, state.conditionReader).beside(currentBreakpoints(examples, state), step, 'next');
  while (step < index.length && step !== halt) {
    const stop = nextStep(index, step, stepSize, { task });
    const next = halt !== null && halt < stop ? halt : stop;
    const wait = dwell(index, step, next, pace);
    if (wait > owed) break;
    owed -= wait;
    step = next;
  }
  const atEnd = step >= index.length;
  const playing = step === halt ? false : !atEnd || state.session.phase === 'recording';
  if (step !== state.position.step || !playing) store.setState({ position: { step, playing } });
  return atEnd ? 0 : owed;
}
