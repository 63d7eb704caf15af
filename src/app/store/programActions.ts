import type { Machine } from './machine';
import { openRecordingOfProgram } from './openRecording';
import { originalText, textOf, withText } from './programs';
import type { ClaimSession } from './sessionClaims';
import type { AppStore } from './state';

export interface ProgramActions {
  /** The text in the editor changed. */
  readonly setText: (text: string) => void;
  /** Opens an example or one's own program, as it was left; with its recording, if it has one. */
  readonly openProgram: (document: string) => void;
  /** Gives the present program its first text back. The editor's undo brings the edited text back. */
  readonly restoreOriginal: () => void;
}

export function programActions(store: AppStore, machine: Machine, claim: ClaimSession): ProgramActions {
  const { examples } = machine;
  return {
    setText: (text) => {
      const { drafts } = store.getState();
      if (textOf(examples, drafts, drafts.current) !== text) store.setState({ drafts: withText(examples, drafts, drafts.current, text) });
    },
    openProgram: (document) => {
      store.setState(({ drafts }) => ({ drafts: { ...drafts, current: document } }));
      void openRecordingOfProgram(store, machine, claim);
    },
    restoreOriginal: () =>
      store.setState(({ drafts }) => ({
        drafts: withText(examples, drafts, drafts.current, originalText(examples, drafts.current)),
      })),
  };
}
