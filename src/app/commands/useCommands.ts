import { useMemo } from 'react';
import { focusPanelBeside } from '../shell/panelFocus';
import { nextChoice, systemTheme, themeOf } from '../shell/theme';
import { useApp } from '../store/AppContext';
import type { App } from '../store/app';
import { nextPace, otherPace } from '../transport/paces';
import type { CommandId } from './commands';

/** What each command does. */
export type Doings = { readonly [C in CommandId]: () => void };

function doingsOf({ store, actions }: App): Doings {
  const preferences = () => store.getState().preferences;
  return {
    run: actions.run,
    interruptHere: actions.interruptHere,
    stepBack: actions.stepBack,
    stepForward: actions.stepForward,
    firstStep: actions.firstStep,
    lastStep: actions.lastStep,
    stepByLine: () => actions.setStepSize('line'),
    stepByTaskSwitch: () => actions.setStepSize('taskSwitch'),
    stepByLoopTurn: () => actions.setStepSize('loopTurn'),
    follow: actions.toggleFollowing,
    playOrPause: () => (store.getState().position.playing ? actions.pause() : actions.play()),
    slower: () => actions.setPace(nextPace(preferences().pace, -1)),
    faster: () => actions.setPace(nextPace(preferences().pace, 1)),
    switchPace: () => actions.setPace(otherPace(preferences().pace)),
    toggleBreakpoint: () => actions.toggleBreakpoint(store.getState().caretLine),
    runToCaret: () => actions.runToLine(store.getState().caretLine),
    nextBreakpoint: () => actions.jump('breakpoint', 'next'),
    previousBreakpoint: () => actions.jump('breakpoint', 'previous'),
    nextException: () => actions.jump('exception', 'next'),
    previousException: () => actions.jump('exception', 'previous'),
    nextOutput: () => actions.jump('output', 'next'),
    previousOutput: () => actions.jump('output', 'previous'),
    nextProblem: () => actions.jump('problem', 'next'),
    previousProblem: () => actions.jump('problem', 'previous'),
    nextChange: () => actions.jump('resource', 'next'),
    previousChange: () => actions.jump('resource', 'previous'),
    bookmark: actions.toggleBookmark,
    nextBookmark: () => actions.jump('bookmark', 'next'),
    previousBookmark: () => actions.jump('bookmark', 'previous'),
    nextPanel: () => focusPanelBeside('next'),
    previousPanel: () => focusPanelBeside('previous'),
    openPalette: () => actions.openOverlay('palette'),
    share: () => actions.openOverlay('share'),
    switchTheme: () => {
      const system = systemTheme();
      actions.setTheme(nextChoice(themeOf(preferences().theme, system), system));
    },
    switchLive: () => actions.setLive(!preferences().live),
    showKeys: () => actions.openOverlay('keys'),
  };
}

/** What each command does to this page. */
export function useCommands(): Doings {
  const app = useApp();
  return useMemo(() => doingsOf(app), [app]);
}
