import type { Breakpoint } from '../../analysis/breakpoints/breakpoint';
import type { Machine } from './machine';
import { type Marks, toggled, withBookmark } from './marks';
import { marksOf } from './programs';
import { recordedFingerprint } from './selectors';
import type { AppStore } from './state';

export interface MarkActions {
  /** The editor's caret went to a line. */
  readonly setCaretLine: (line: number) => void;
  /** Sets a breakpoint on a line, or takes it away. */
  readonly toggleBreakpoint: (line: number) => void;
  readonly changeBreakpoint: (line: number, change: Partial<Omit<Breakpoint, 'line'>>) => void;
  readonly clearBreakpoints: () => void;
  /** Bookmarks the present step, or takes its bookmark away. */
  readonly toggleBookmark: () => void;
  /** Bookmarks a step with a note; null takes the bookmark away. */
  readonly setBookmark: (step: number, note: string | null) => void;
}

export function markActions(store: AppStore, { examples }: Machine): MarkActions {
  const change = (how: (marks: Marks) => Marks): void =>
    store.setState(({ drafts }) => ({
      drafts: { ...drafts, marks: { ...drafts.marks, [drafts.current]: how(marksOf(examples, drafts.marks, drafts.current)) } },
      notice: '',
    }));
  const setBookmark = (step: number, note: string | null): void => {
    const text = recordedFingerprint(store.getState());
    if (text !== null) change((marks) => ({ ...marks, bookmarks: withBookmark(marks.bookmarks, step, text, note) }));
  };
  return {
    setCaretLine: (caretLine) => {
      if (store.getState().caretLine !== caretLine) store.setState({ caretLine });
    },
    toggleBreakpoint: (line) => change((marks) => ({ ...marks, breakpoints: toggled(marks.breakpoints, line) })),
    changeBreakpoint: (line, how) =>
      change((marks) => ({
        ...marks,
        breakpoints: marks.breakpoints.map((breakpoint) => (breakpoint.line === line ? { ...breakpoint, ...how } : breakpoint)),
      })),
    clearBreakpoints: () => change((marks) => ({ ...marks, breakpoints: [] })),
    toggleBookmark: () => {
      const state = store.getState();
      const { step } = state.position;
      const text = recordedFingerprint(state);
      const { bookmarks } = marksOf(examples, state.drafts.marks, state.drafts.current);
      const isMarked = bookmarks.some((bookmark) => bookmark.step === step && bookmark.text === text);
      setBookmark(step, isMarked ? null : '');
    },
    setBookmark,
  };
}
