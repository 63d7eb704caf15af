import type { Breakpoint } from '../../analysis/breakpoints/breakpoint';
import type { Network } from '../../model/network';
import type { Conditions, Input, ProgramFile } from '../../model/scenario';
import { asStep, type TaskId } from '../../model/units';
import type { World } from '../../model/world';
import { worldAt } from '../../model/world-at';
import type { Example } from './examples';
import { fingerprint, type Marks, NO_MARKS } from './marks';
import { conditionsOf, inputOf, networkOf, sameConditions } from './ownConditions';
import { filesOf, marksOf, sameFiles } from './programs';
import type { AppState, Recorded } from './state';

/** What can be travelled now, if anything. */
export const currentRecorded = ({ session }: AppState): Recorded | null =>
  session.phase === 'recording' || session.phase === 'recorded' ? session.recorded : null;

/** The number of events that can be travelled: the last step. */
export const recordedLength = (state: AppState): number => currentRecorded(state)?.recording.length ?? 0;

/** The files of the program in the editor; newly made each time. */
export const currentFiles = (examples: readonly Example[], { drafts }: Pick<AppState, 'drafts'>): readonly ProgramFile[] =>
  filesOf(examples, drafts, drafts.current);

/** The path of the file that the editor shows: the one that was chosen, or the one that runs. */
export function shownPath(examples: readonly Example[], state: Pick<AppState, 'drafts' | 'file'>): string {
  const files = currentFiles(examples, state);
  return (files.find(({ path }) => path === state.file) ?? files[0])?.path ?? '';
}

/** The text in the editor. */
export function currentText(examples: readonly Example[], state: Pick<AppState, 'drafts' | 'file'>): string {
  const path = shownPath(examples, state);
  return currentFiles(examples, state).find((file) => file.path === path)?.text ?? '';
}

/** What Run runs the text in the editor with. */
export const currentConditions = (examples: readonly Example[], { drafts }: AppState): Conditions =>
  conditionsOf(examples, drafts, drafts.current);

/** The network, and the world that answers over it, of the program in the editor. */
export const currentNetwork = (examples: readonly Example[], { drafts }: AppState): Network => networkOf(examples, drafts, drafts.current);

/** What the program in the editor reads from its standard input. */
export const currentInput = (examples: readonly Example[], { drafts }: AppState): Input => inputOf(examples, drafts, drafts.current);

/** Whether what is recorded is what stands in the editor, so that its lines mean the same. */
export const isUpToDate = (examples: readonly Example[], state: AppState): boolean =>
  sameFiles(currentRecorded(state)?.recording.program.files ?? [], currentFiles(examples, state));

/** Whether what is shown was recorded of an earlier text, or in another world. */
export function isOlder(examples: readonly Example[], state: AppState): boolean {
  const recorded = currentRecorded(state);
  return (
    recorded !== null && !(isUpToDate(examples, state) && sameConditions(recorded.recording.conditions, currentConditions(examples, state)))
  );
}

/** The text of the file that runs. */
export const mainText = (examples: readonly Example[], state: Pick<AppState, 'drafts'>): string =>
  currentFiles(examples, state)[0]?.text ?? '';

/** The recorded text of the file that runs; null when nothing was recorded. */
const recordedText = (recorded: Recorded | null): string | null => recorded?.recording.program.files[0]?.text ?? null;

/** Tells the recorded text from others; null when nothing was recorded. */
export function recordedFingerprint(state: AppState): number | null {
  const text = recordedText(currentRecorded(state));
  return text === null ? null : fingerprint(text);
}

/** What is marked in the present document. */
export const currentMarks = (examples: readonly Example[], { drafts }: AppState): Marks => marksOf(examples, drafts.marks, drafts.current);

/** The breakpoints at which one stops: those of another text than was recorded mean other lines. */
export const currentBreakpoints = (examples: readonly Example[], state: AppState): readonly Breakpoint[] =>
  isUpToDate(examples, state) ? currentMarks(examples, state).breakpoints : NO_MARKS.breakpoints;

/** The world at the last step of a recording. */
export const lastWorld = ({ recording, index }: Recorded): World => worldAt(index, asStep(recording.length));

/** At more steps a second one would not see anything move: what changes is there at once. */
const FASTEST_MOTION = 5;

/** Whether it plays too fast for motion to be seen; by virtual time, many steps follow each other at once. */
export const isRushing = ({ position, preferences }: AppState): boolean => {
  const { by, speed } = preferences.pace;
  return position.playing && (by === 'time' || speed === 'whole' || speed > FASTEST_MOTION);
};

/** The task at whose steps one stops; null when one stops at all. */
export const followedTask = ({ following, selection }: AppState): TaskId | null =>
  following && selection.kind === 'task' ? selection.task : null;
