import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { TaskId } from '../../model/units';
import type { World } from '../../model/world';
import type { Actions, App } from './app';
import type { AppState, Selection } from './state';
import { type Follower, type StateSource, type Turns, takeTurns } from './turns';
import { worldSelector } from './worldSelector';

interface Bound {
  readonly app: App;
  readonly state: StateSource;
  readonly newFollower: (turns?: Turns) => Follower;
  readonly selectWorld: (state: AppState) => World | null;
}

const Context = createContext<Bound | null>(null);

/** Gives the page's store to the components inside. */
export function AppProvider({ app, children }: { readonly app: App; readonly children: ReactNode }) {
  const bound = useMemo<Bound>(() => {
    const { store } = app;
    return { app, state: store, newFollower: takeTurns(store, requestAnimationFrame), selectWorld: worldSelector() };
  }, [app]);
  return <Context value={bound}>{children}</Context>;
}

interface TakesTurnsProps extends Turns {
  readonly children: ReactNode;
}

/** A part of the page that takes turns with the others while it plays. */
export function TakesTurns({ frames, often, children }: TakesTurnsProps) {
  const outer = useBound();
  const { own, follow } = useMemo(() => {
    const follower = outer.newFollower({ frames, often });
    // Its own last world, because it stands elsewhere than the others; but what they looked up at the same step, it shares.
    const own: Bound = { ...outer, state: follower, selectWorld: worldSelector(outer.selectWorld) };
    return { own, follow: follower.follow };
  }, [outer, frames, often]);
  useEffect(() => follow(), [follow]);
  return <Context value={own}>{children}</Context>;
}

function useBound(): Bound {
  const bound = useContext(Context);
  if (bound === null) throw new Error('a component that needs the store stands outside AppProvider');
  return bound;
}

export const useApp = (): App => useBound().app;

export const useActions = (): Actions => useBound().app.actions;

/** A part of the state; the component is drawn again when that part changes. Select narrowly, and nothing newly made. */
export const useAppState = <Part,>(select: (state: AppState) => Part): Part => useStore(useBound().state, select);

/** Everything there is at the present step; null when nothing is recorded. Computed once a step for all panels. */
export function useWorld(): World | null {
  const { state, selectWorld } = useBound();
  return useStore(state, selectWorld);
}

/** As `useAppState`, of the world at the present step; null when nothing is recorded. */
export function useWorldPart<Part>(select: (world: World) => Part): Part | null {
  const { state, selectWorld } = useBound();
  return useStore(state, (now) => {
    const world = selectWorld(now);
    return world === null ? null : select(world);
  });
}

export const useSelection = (): Selection => useAppState((state) => state.selection);

export const useSelectedTask = (): TaskId | null => useAppState(({ selection }) => (selection.kind === 'task' ? selection.task : null));
