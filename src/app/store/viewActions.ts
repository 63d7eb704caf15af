import type { ResourceId, TaskId } from '../../model/units';
import type { Place } from '../../model/world';
import type { Pace } from './pace';
import type { Preferences, ThemeChoice, TransportStepSize } from './savedPreferences';
import type { AppStore, Overlay, Selection } from './state';

export interface ViewActions {
  /** Selects a task everywhere; selecting it again selects nothing. */
  readonly selectTask: (task: TaskId) => void;
  readonly selectResource: (resource: ResourceId) => void;
  /** Brings a line into view in the editor. */
  readonly selectLine: (place: Place) => void;
  readonly setTheme: (theme: ThemeChoice) => void;
  readonly setStepSize: (stepSize: TransportStepSize) => void;
  readonly setPace: (pace: Pace) => void;
  readonly setPlainKeys: (plainKeys: boolean) => void;
  /** Steps stop only where the selected task runs, or everywhere again. */
  readonly toggleFollowing: () => void;
  readonly openOverlay: (overlay: Exclude<Overlay, 'none'>) => void;
  readonly closeOverlay: () => void;
  /** Records as one types, or no more. */
  readonly setLive: (live: boolean) => void;
  /** Remembers the sizes of a group's panels, in per cent. */
  readonly setLayout: (group: string, sizes: Readonly<Record<string, number>>) => void;
  readonly dismissOutcome: () => void;
  /** Brings the banner about how the run ended back. */
  readonly showOutcome: () => void;
}

export function viewActions(store: AppStore): ViewActions {
  const select = (selection: Selection, isSame: (selected: Selection) => boolean): void =>
    store.setState((state) => ({ selection: isSame(state.selection) ? { kind: 'nothing' } : selection }));
  const prefer = (change: Partial<Preferences>): void => store.setState((state) => ({ preferences: { ...state.preferences, ...change } }));
  return {
    selectTask: (task) => select({ kind: 'task', task }, (old) => old.kind === 'task' && old.task === task),
    selectResource: (resource) => select({ kind: 'resource', resource }, (old) => old.kind === 'resource' && old.resource === resource),
    // Always a new selection: pressing the same line again brings it into view again.
    selectLine: (place) => {
      store.setState({ file: place.file });
      select({ kind: 'line', place }, () => false);
    },
    setTheme: (theme) => prefer({ theme }),
    setStepSize: (stepSize) => prefer({ stepSize }),
    setPace: (pace) => prefer({ pace }),
    setPlainKeys: (plainKeys) => prefer({ plainKeys }),
    toggleFollowing: () =>
      store.setState(({ selection, following }) =>
        selection.kind === 'task' ? { following: !following, notice: '' } : { notice: 'Select a task to follow it.' },
      ),
    openOverlay: (overlay) => store.setState({ overlay }),
    closeOverlay: () => store.setState({ overlay: 'none' }),
    setLive: (live) => {
      prefer({ live });
      if (!live) store.setState({ liveError: null });
    },
    setLayout: (group, sizes) => prefer({ layout: { ...store.getState().preferences.layout, [group]: sizes } }),
    dismissOutcome: () => store.setState({ outcomeDismissed: true }),
    showOutcome: () => store.setState({ outcomeDismissed: false }),
  };
}
