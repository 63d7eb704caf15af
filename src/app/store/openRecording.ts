import { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import type { Machine } from './machine';
import { tellingStep } from './openingStep';
import { filesOf, originalFiles, sameFiles } from './programs';
import type { ClaimSession } from './sessionClaims';
import type { AppStore } from './state';

/**
 * Shows the recording that belongs to the present document: an example's as long as its text and its conditions are the original ones. For
 * anything else there is none before Run.
 */
export async function openRecordingOfProgram(store: AppStore, machine: Machine, claim: ClaimSession): Promise<void> {
  const isMine = claim(() => undefined);
  const { drafts } = store.getState();
  const document = drafts.current;
  const isExample = machine.examples.some(({ slug, unrecorded }) => slug === document && unrecorded === undefined);
  const asRecorded =
    drafts.conditions[document] === undefined &&
    sameFiles(filesOf(machine.examples, drafts, document), originalFiles(machine.examples, document));
  store.setState({
    session: isExample && asRecorded ? { phase: 'opening', document } : { phase: 'empty' },
    position: { step: asStep(0), playing: false },
    selection: { kind: 'nothing' },
    following: false,
    file: '',
    notice: '',
    liveError: null,
    outcomeDismissed: false,
  });
  if (!isExample || !asRecorded) return;
  try {
    const recording = await machine.openRecording(document);
    if (!isMine()) return;
    const index = new RecordingIndex(recording);
    store.setState({
      session: { phase: 'recorded', recorded: { recording, index, document }, end: null },
      position: { step: tellingStep(index), playing: false },
    });
  } catch (error) {
    if (!isMine()) return;
    const message = error instanceof Error ? error.message : String(error);
    store.setState({ session: { phase: 'unopened', document, message } });
  }
}
