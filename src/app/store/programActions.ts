import type { Machine } from './machine';
import { openRecordingOfProgram } from './openRecording';
import { originalFiles, withFiles } from './programs';
import { currentFiles, currentText, shownPath } from './selectors';
import type { ClaimSession } from './sessionClaims';
import type { AppStore } from './state';

export interface ProgramActions {
  /** The text of the file in the editor changed. */
  readonly setText: (text: string) => void;
  /** Opens an example or one's own program, as it was left; with its recording, if it has one. */
  readonly openProgram: (document: string) => void;
  /** Gives the present program its first files back. The editor's undo brings an edited text back. */
  readonly restoreOriginal: () => void;
}

export function programActions(store: AppStore, machine: Machine, claim: ClaimSession): ProgramActions {
  const { examples } = machine;
  return {
    setText: (text) => {
      const state = store.getState();
      if (currentText(examples, state) === text) return;
      const shown = shownPath(examples, state);
      const files = currentFiles(examples, state).map((file) => (file.path === shown ? { ...file, text } : file));
      store.setState({ drafts: withFiles(examples, state.drafts, state.drafts.current, files) });
    },
    openProgram: (document) => {
      store.setState(({ drafts }) => ({ drafts: { ...drafts, current: document }, deletedFile: null }));
      void openRecordingOfProgram(store, machine, claim);
    },
    restoreOriginal: () =>
      store.setState(({ drafts }) => ({
        drafts: withFiles(examples, drafts, drafts.current, originalFiles(examples, drafts.current)),
      })),
  };
}
