import { type Landmark, landmarkBeside, type Way } from '../../model/landmarks';
import { asStep, type Step } from '../../model/units';
import { breaksOf, conditionsMissing } from './breaks';
import type { Example } from './examples';
import type { Machine } from './machine';
import { currentProblems, problemsMissing } from './searchProblems';
import { currentBreakpoints, currentMarks, currentRecorded, isUpToDate, recordedFingerprint } from './selectors';
import type { AppState, AppStore, Recorded } from './state';

/** What one can jump to. */
export type JumpTarget = 'breakpoint' | 'bookmark' | 'exception' | 'output' | 'problem' | 'resource';

export interface JumpActions {
  /** Goes to the nearest of its kind on one side; says so when there is none. */
  readonly jump: (target: JumpTarget, way: Way) => void;
  /** Goes to where a line is about to run next; says so when it does not run any more. */
  readonly runToLine: (line: number) => void;
}

const WORDS: { readonly [T in JumpTarget]: string } = {
  breakpoint: 'breakpoint stops',
  bookmark: 'bookmark',
  exception: 'exception',
  output: 'output',
  problem: 'problem',
  resource: 'change of the selected resource',
};

export function jumpActions(store: AppStore, { examples }: Machine): JumpActions {
  /** Goes there, or says why not. */
  const stand = (step: Step | null, otherwise: string): void =>
    store.setState(step === null ? { notice: otherwise } : { position: { step, playing: false }, notice: '' });
  return {
    jump: (target, way) => {
      const state = store.getState();
      const missing = missingFor(examples, state, target);
      const none = `No ${WORDS[target]} ${way === 'next' ? 'after' : 'before'} this step.`;
      stand(missing === null ? stepBeside(examples, state, target, way) : null, missing ?? none);
    },
    runToLine: (line) => {
      const state = store.getState();
      const recorded = currentRecorded(state);
      const runs = recorded !== null && isUpToDate(examples, state);
      const step = runs
        ? breaksOf(recorded.index, state.conditionReader).beside([{ line, task: '', condition: '' }], state.position.step, 'next')
        : null;
      stand(step, runs ? `Line ${line} does not run after this step.` : OLDER);
    },
  };
}

const OLDER = 'Run the program first: the recording is of an earlier text.';

/** What one has to do before one can jump to a target; null when one can. */
function missingFor(examples: readonly Example[], state: AppState, target: JumpTarget): string | null {
  if (currentRecorded(state) === null) return 'Run the program first.';
  if (target === 'resource' && state.selection.kind !== 'resource') return 'Select a resource to jump to its changes.';
  if (target === 'problem') return problemsMissing(state);
  if (target !== 'breakpoint') return null;
  if (currentMarks(examples, state).breakpoints.length === 0) return 'Set a breakpoint first, in the margin beside a line.';
  if (!isUpToDate(examples, state)) return OLDER;
  return conditionsMissing(examples, state) ? 'The conditions are still being read. Press again.' : null;
}

function stepBeside(examples: readonly Example[], state: AppState, target: JumpTarget, way: Way): Step | null {
  const recorded = currentRecorded(state);
  if (recorded === null) return null;
  const { step } = state.position;
  if (target === 'breakpoint')
    return breaksOf(recorded.index, state.conditionReader).beside(currentBreakpoints(examples, state), step, way);
  if (target === 'bookmark') return bookmarkBeside(examples, state, recorded, way);
  if (target === 'problem')
    return nearest(
      (currentProblems(state) ?? []).map((problem) => problem.step),
      step,
      way,
    );
  const landmark = landmarkOf(state, target);
  return landmark === null ? null : landmarkBeside(recorded.index, step, landmark, way);
}

function bookmarkBeside(examples: readonly Example[], state: AppState, { recording }: Recorded, way: Way): Step | null {
  const text = recordedFingerprint(state);
  const steps = currentMarks(examples, state)
    .bookmarks.filter((bookmark) => bookmark.text === text && bookmark.step <= recording.length)
    .map((bookmark) => bookmark.step);
  return nearest(steps, state.position.step, way);
}

/** The nearest of some steps on one side of a step. */
function nearest(steps: readonly number[], step: Step, way: Way): Step | null {
  const beside = steps.filter((other) => (way === 'next' ? other > step : other < step));
  if (beside.length === 0) return null;
  return asStep(way === 'next' ? Math.min(...beside) : Math.max(...beside));
}

function landmarkOf({ selection }: AppState, target: 'exception' | 'output' | 'resource'): Landmark | null {
  if (target !== 'resource') return { kind: target };
  return selection.kind === 'resource' ? { kind: 'resource', resource: selection.resource } : null;
}
