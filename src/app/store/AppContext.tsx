import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { TaskId } from '../../model/units';
import type { World } from '../../model/world';
import type { Actions, App } from './app';
import type { AppState, Selection } from './state';
import { worldSelector } from './worldSelector';

interface Bound {
  readonly app: App;
  readonly selectWorld: (state: AppState) => World | null;
}

const Context = createContext<Bound | null>(null);

/** Gives the page's store to the components inside. */
export function AppProvider({ app, children }: { readonly app: App; readonly children: ReactNode }) {
  const bound = useMemo(() => ({ app, selectWorld: worldSelector() }), [app]);
  return <Context value={bound}>{children}</Context>;
}

function useBound(): Bound {
  const bound = useContext(Context);
  if (bound === null) throw new Error('a component that needs the store stands outside AppProvider');
  return bound;
}

export const useApp = (): App => useBound().app;

export const useActions = (): Actions => useBound().app.actions;

/** A part of the state; the component is drawn again when that part changes. Select narrowly, and nothing newly made. */
export const useAppState = <Part,>(select: (state: AppState) => Part): Part => useStore(useBound().app.store, select);

/** Everything there is at the present step; null when nothing is recorded. Computed once a step for all panels. */
export function useWorld(): World | null {
  const { app, selectWorld } = useBound();
  return useStore(app.store, selectWorld);
}

/** As `useAppState`, of the world at the present step; null when nothing is recorded. */
export function useWorldPart<Part>(select: (world: World) => Part): Part | null {
  const { app, selectWorld } = useBound();
  return useStore(app.store, (state) => {
    const world = selectWorld(state);
    return world === null ? null : select(world);
  });
}

export const useSelection = (): Selection => useAppState((state) => state.selection);

export const useSelectedTask = (): TaskId | null => useAppState(({ selection }) => (selection.kind === 'task' ? selection.task : null));
