import { nextStep, previousStep } from '../../model/navigation';
import { asStep, type Step } from '../../model/units';
import type { Machine } from './machine';
import { currentRecorded, recordedLength } from './selectors';
import type { AppState, AppStore } from './state';

export interface TravelActions {
  /** Stands at a step, cut to those there are. */
  readonly travel: (step: number) => void;
  readonly firstStep: () => void;
  readonly lastStep: () => void;
  /** One step of the chosen size. */
  readonly stepForward: () => void;
  readonly stepBack: () => void;
  /** Moves by itself until the end, from the start when it stands at the end. */
  readonly play: () => void;
  readonly pause: () => void;
}

export function travelActions(store: AppStore, machine: Machine): TravelActions {
  const stand = (step: Step, playing: boolean): void => store.setState({ position: { step, playing } });
  const travel = (step: number): void => {
    const last = recordedLength(store.getState());
    stand(asStep(Math.min(Math.max(0, Math.round(step)), last)), false);
  };
  const isEnd = (state: AppState): boolean => state.position.step >= recordedLength(state);

  /** Advances by `count` steps; says whether there is more to come. */
  function advance(count: number): boolean {
    const state = store.getState();
    const recorded = currentRecorded(state);
    if (recorded === null) return false;
    let step = state.position.step;
    for (let done = 0; done < count; done++) step = nextStep(recorded.index, step, state.preferences.stepSize);
    const more = step < recorded.recording.length || state.session.phase === 'recording';
    stand(step, state.position.playing && more);
    return more;
  }

  /** Counts the times that playing began, so that the frames of an earlier time end when a new one begins. */
  let playings = 0;

  function play(): void {
    const state = store.getState();
    if (state.position.playing || recordedLength(state) === 0) return;
    stand(isEnd(state) && state.session.phase !== 'recording' ? asStep(0) : state.position.step, true);
    const own = ++playings;
    let last: number | null = null;
    let owed = 0;
    const tick = (time: number): void => {
      const { position, preferences } = store.getState();
      if (!position.playing || own !== playings) return;
      // A page that was hidden for a while goes on where it was, instead of catching up at once.
      owed += Math.min(time - (last ?? time), LONGEST_PAUSE) * (preferences.speed / 1000);
      last = time;
      const whole = Math.floor(owed);
      owed -= whole;
      if (whole > 0) advance(whole);
      machine.nextFrame(tick);
    };
    machine.nextFrame(tick);
  }

  return {
    travel,
    firstStep: () => travel(0),
    lastStep: () => travel(Number.MAX_SAFE_INTEGER),
    stepForward: () => {
      store.setState(({ position }) => ({ position: { ...position, playing: false } }));
      advance(1);
    },
    stepBack: () => {
      const { position, preferences } = store.getState();
      const recorded = currentRecorded(store.getState());
      if (recorded !== null) stand(previousStep(recorded.index, position.step, preferences.stepSize), false);
    },
    play,
    pause: () => store.setState(({ position }) => ({ position: { ...position, playing: false } })),
  };
}

/** Milliseconds between two frames that are played; a longer gap counts as this. */
const LONGEST_PAUSE = 250;
