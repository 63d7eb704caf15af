import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep, type Step } from '../../model/units';
import { openingStep } from './openingStep';
import { recordedLength } from './selectors';
import type { AppStore } from './state';

/** Where to stand in what is about to be shown of a recording that grows: a step, null to stay, or 'wait' to show nothing yet. */
export type Stand = (index: RecordingIndex, ended: boolean, first: boolean) => Step | null | 'wait';

/** At the first line, which may come after the first events, or never. */
export function standAtFirstLine(): Stand {
  let opened = false;
  return (index, ended, first) => {
    const opens = !opened && (index.lines.length > 0 || ended);
    opened ||= opens;
    if (opens) return openingStep(index);
    return first ? asStep(0) : null;
  };
}

/** At the step at which one stands in the recording before; at the end, if one stands at its end. */
export function standAsBefore(store: AppStore): Stand {
  return (index, ended, first) => {
    if (!first) return null;
    const state = store.getState();
    const { step } = state.position;
    const atEnd = step >= recordedLength(state);
    if (!ended && (atEnd || index.length < step || index.lines.length === 0)) return 'wait';
    return atEnd ? asStep(index.length) : asStep(Math.min(step, index.length));
  };
}

/** Where Ctrl+C arrives for the first time after a number of times; at a step, if it comes too late for that. */
export function standAtInterrupt(before: number, step: Step): Stand {
  return ({ signals, length }, ended, first) => {
    if (!first) return null;
    if (signals.length > before) return asStep(signals.at(before) + 1);
    return ended ? asStep(Math.min(step, length)) : 'wait';
  };
}
