import type { App } from '../store/app';
import { fingerprint } from '../store/marks';
import { currentConditions, currentFiles, currentMarks, currentRecorded, isOlder, mainText } from '../store/selectors';
import { encodeScenario } from './scenarioLink';

/** Longer links are cut by some chats and mail programs. */
export const LONGEST_SAFE_LINK = 32_000;

/**
 * The link to what the page at an address shows: the program in the editor, how it was run, its bookmarks and the present step. A recording
 * of an earlier text, or in another world, gives neither conditions nor a step.
 */
export async function shareLink({ store, examples }: App, page: string): Promise<string> {
  const state = store.getState();
  const recorded = isOlder(examples, state) ? null : currentRecorded(state);
  const program = { files: currentFiles(examples, state) };
  const conditions = recorded?.recording.conditions ?? currentConditions(examples, state);
  const text = fingerprint(mainText(examples, state));
  const bookmarks = currentMarks(examples, state)
    .bookmarks.filter((bookmark) => bookmark.text === text)
    .map(({ step, note }) => ({ step, note }));
  const link = new URL(page);
  link.search = '';
  link.hash = `s=${await encodeScenario({ program, conditions, bookmarks })}${recorded === null ? '' : `&step=${state.position.step}`}`;
  return link.href;
}
