import { shallow } from 'zustand/shallow';
import { createStore } from 'zustand/vanilla';
import type { Machine } from './machine';
import type { AppState, AppStore } from './state';

/** What components read the state from. */
export type StateSource = Pick<AppStore, 'getState' | 'getInitialState' | 'subscribe'>;

/** A copy of the page's state that may lag some frames behind while it plays. */
export interface Follower extends StateSource {
  /** Follows from now on; gives how to end that. */
  readonly follow: () => () => void;
}

/**
 * Lets parts of the page take turns. To draw every panel anew is more work than a frame has time for, and nobody reads them all sixty times a
 * second: so while it plays, one part a frame catches up with the present step, in rotation. Whatever else changes, and a step at which one
 * stops, is in all parts at once.
 */
export function takeTurns(store: AppStore, nextFrame: Machine['nextFrame']): () => Follower {
  type Copy = ReturnType<typeof copyOf>;
  const copyOf = () => createStore<AppState>()(() => store.getState());
  /** Those that lag behind, the one whose turn was longest ago first. */
  const waiting = new Set<Copy>();
  const followers = new Set<Copy>();
  let awaitsFrame = false;

  const catchUp = (copy: Copy): void => {
    waiting.delete(copy);
    if (copy.getState() !== store.getState()) copy.setState(store.getState(), true);
  };

  function takeTurn(): void {
    awaitsFrame = false;
    const [next] = waiting;
    if (next === undefined) return;
    catchUp(next);
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
    for (const copy of followers) waiting.add(copy);
    awaitNextFrame();
  });

  return () => {
    const copy = copyOf();
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
