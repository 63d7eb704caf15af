import { shallow } from 'zustand/shallow';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Machine } from './machine';
import type { AppState, AppStore } from './state';

/** What components read the state from. */
export type StateSource = Pick<AppStore, 'getState' | 'getInitialState' | 'subscribe'>;

/** A copy of the page's state that may lag some frames behind while it plays. */
export interface Follower extends StateSource {
  /** Follows from now on; gives how to end that. */
  readonly follow: () => () => void;
}

/** What a part of the page asks for. */
export interface Turns {
  /** How many frames its drawing takes; 1 if it doesn't say. */
  readonly frames?: number | undefined;
  /** Whether two turns of three are its own: it shows where one stands, and would be seen to stutter. */
  readonly often?: boolean | undefined;
}

/** How many turns those that ask for it often have between any two others. */
const OFTEN = 2;

/** How long a part rests after its turn, in milliseconds: for each event that the last frame went over, and at most. */
const REST_AN_EVENT = 30;
const LONGEST_REST = 1000;

/**
 * Lets parts of the page take turns. To draw every panel anew is more work than a frame has time for, and nobody reads them all sixty times a
 * second: so while it plays, one part a frame catches up with the present step, in rotation; those that ask for it do so together, and twice
 * between any two others. The more happens in a frame, the longer the others rest, so that one can read at least some of it. Whatever else
 * changes, and a step at which one stops, is in all parts at once. A part that goes on drawing in the frames after its turn has so many frames
 * to itself.
 */
export function takeTurns(store: AppStore, nextFrame: Machine['nextFrame']): (turns?: Turns) => Follower {
  interface Copy extends StoreApi<AppState> {
    readonly frames: number;
    readonly often: boolean;
  }
  const copyOf = ({ frames = 1, often = false }: Turns): Copy => ({ ...createStore<AppState>()(() => store.getState()), frames, often });
  /** Those that lag behind, the one whose turn was longest ago first. */
  const waiting = new Set<Copy>();
  const followers = new Set<Copy>();
  let awaitsFrame = false;
  /** For how many more frames the part whose turn was last draws. */
  let taken = 0;
  /** How many turns since one of the others had its own. */
  let oftenTurns = 0;
  /** How many events the last frame went over. */
  let passed = 0;
  /** When each part had its last turn, by the clock of frames. */
  const turnedAt = new WeakMap<Copy, number>();

  const catchUp = (copy: Copy): void => {
    waiting.delete(copy);
    if (copy.getState() !== store.getState()) copy.setState(store.getState(), true);
  };

  /** Those whose turn is next: all that ask for it often, or one of the others that has rested; none while all rest. */
  function next(time: number): readonly Copy[] {
    const rest = Math.min(passed * REST_AN_EVENT, LONGEST_REST);
    const often = [...waiting].filter((copy) => copy.often);
    const other = [...waiting].find((copy) => !copy.often && time - (turnedAt.get(copy) ?? Number.NEGATIVE_INFINITY) >= rest);
    if (other === undefined) return often;
    return oftenTurns >= OFTEN || often.length === 0 ? [other] : often;
  }

  function takeTurn(time: number): void {
    awaitsFrame = false;
    if (taken > 0) {
      taken--;
    } else {
      const turn = next(time);
      oftenTurns = turn.some((copy) => copy.often) ? oftenTurns + 1 : 0;
      taken = Math.max(0, ...turn.map((copy) => copy.frames - 1));
      for (const copy of turn) {
        turnedAt.set(copy, time);
        catchUp(copy);
      }
    }
    awaitNextFrame();
  }

  function awaitNextFrame(): void {
    if (awaitsFrame || waiting.size === 0) return;
    awaitsFrame = true;
    nextFrame(takeTurn);
  }

  store.subscribe((now, before) => {
    if (!isPlayedStep(now, before)) {
      for (const copy of followers) catchUp(copy);
      return;
    }
    passed = now.position.step - before.position.step;
    for (const copy of followers) waiting.add(copy);
    awaitNextFrame();
  });

  return (turns = {}) => {
    const copy = copyOf(turns);
    const follow = () => {
      followers.add(copy);
      catchUp(copy);
      return () => {
        followers.delete(copy);
        waiting.delete(copy);
      };
    };
    return { getState: copy.getState, getInitialState: copy.getInitialState, subscribe: copy.subscribe, follow };
  };
}

/** Whether all that changed is where one stands, and one plays on from there. */
const isPlayedStep = (now: AppState, before: AppState): boolean =>
  now.position.playing && before.position.playing && shallow({ ...now, position: null }, { ...before, position: null });
