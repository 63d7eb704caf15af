import type { editor } from 'monaco-editor/editor/editor.api';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type CountedEditor, type CountsOf, ShownCounts } from './shownCounts';

type Range = readonly [from: number, to: number];

/** An editor of which one sees some lines; it keeps what is marked, as Monaco does, and counts how often something is. */
class FakeEditor implements CountedEditor {
  marks: (readonly editor.IModelDeltaDecoration[])[] = [];
  marked = 0;
  private ranges: readonly Range[];
  private readonly listeners = new Set<() => void>();
  private readonly editListeners = new Set<() => void>();

  constructor(...ranges: readonly Range[]) {
    this.ranges = ranges;
  }

  readonly onDidScrollChange = listenTo(this.listeners);
  readonly onDidLayoutChange = listenTo(this.listeners);
  readonly onDidChangeHiddenAreas = listenTo(this.listeners);
  readonly onDidChangeModelContent = listenTo(this.editListeners);
  readonly onDidChangeModel = listenTo(this.editListeners);
  readonly getVisibleRanges = () => this.ranges.map(([startLineNumber, endLineNumber]) => ({ startLineNumber, endLineNumber }));

  readonly createDecorationsCollection = () => {
    let mine: readonly editor.IModelDeltaDecoration[] = [];
    const clear = (): void => {
      this.marks = this.marks.filter((other) => other !== mine);
    };
    const set = (decorations: readonly editor.IModelDeltaDecoration[]): void => {
      clear();
      mine = decorations;
      this.marks.push(mine);
      this.marked += 1;
    };
    return { set, clear };
  };

  /** Scrolls, folds or is resized: these lines are in sight now. */
  see(...ranges: readonly Range[]): void {
    this.ranges = ranges;
    for (const listener of this.listeners) listener();
  }

  edit(): void {
    for (const listener of this.editListeners) listener();
  }

  get listened(): number {
    return this.listeners.size + this.editListeners.size;
  }

  /** The marked lines, in order, with what is said of them. */
  get said(): readonly string[] {
    const marks = this.marks.flat().sort((a, b) => a.range.startLineNumber - b.range.startLineNumber);
    return marks.map(({ range, options }) => `${range.startLineNumber} ${JSON.stringify(options.lineNumberHoverMessage)}`);
  }
}

const listenTo = (listeners: Set<() => void>) => (listener: () => void) => {
  const own = (): void => listener();
  listeners.add(own);
  return { dispose: () => listeners.delete(own) };
};

const ran = (line: number, words: string): string => `${line} ${JSON.stringify({ value: words })}`;

/** Each line runs as often as its number says, but for every fifth, which never does. */
const byNumber: CountsOf = (line) => (line % 5 === 0 ? null : { soFar: line, inAll: line });

describe('the counts beside the lines', () => {
  beforeEach(() => {
    vi.stubGlobal('document', { adoptedStyleSheets: [] });
    vi.stubGlobal(
      'CSSStyleSheet',
      class {
        replaceSync(): void {}
      },
    );
  });

  it('stand at the lines in sight that ran, and follow what is in sight', () => {
    const target = new FakeEditor([1, 2], [5, 6]);
    const counts = new ShownCounts(target);
    expect(target.said).toEqual([]);
    counts.show(byNumber);
    expect(target.said).toEqual([ran(1, 'Ran once.'), ran(2, 'Ran 2 times.'), ran(6, 'Ran 6 times.')]);
    target.see([6, 7]);
    expect(target.said).toEqual([ran(6, 'Ran 6 times.'), ran(7, 'Ran 7 times.')]);
    expect(target.marked).toBe(4);
  });

  it('leave those alone that stay the same, change those that do not, and go where a line ran no more', () => {
    const target = new FakeEditor([1, 4]);
    const counts = new ShownCounts(target);
    counts.show(byNumber);
    expect(target.marked).toBe(4);
    counts.show((line) => (line === 3 ? null : line === 4 ? { soFar: 9, inAll: 10 } : byNumber(line)));
    expect(target.marked).toBe(5);
    expect(target.said).toEqual([
      ran(1, 'Ran once.'),
      ran(2, 'Ran 2 times.'),
      ran(4, 'Ran 9 times up to this step; 10 times in the whole recording.'),
    ]);
  });

  it('draw a number only once a line has run, and say of the others when they will', () => {
    const target = new FakeEditor([1, 2]);
    new ShownCounts(target).show((line) => ({ soFar: line - 1, inAll: 1 }));
    const [before, after] = target.marks.flat();
    expect(before?.options).toMatchObject({
      lineNumberClassName: '',
      lineNumberHoverMessage: { value: expect.stringContaining('not yet') },
    });
    expect(after?.options.lineNumberClassName).toMatch(/line-count-0-1$/);
  });

  it('are drawn anew after an edit, which may have moved them', () => {
    const target = new FakeEditor([1, 2]);
    const counts = new ShownCounts(target);
    counts.show(byNumber);
    target.edit();
    counts.show(byNumber);
    expect(target.marked).toBe(4);
    expect(target.marks).toHaveLength(2);
  });

  it('go when nobody wants them any more, and listen to nothing then', () => {
    const target = new FakeEditor([1, 9]);
    const counts = new ShownCounts(target);
    counts.show(byNumber);
    counts.dispose();
    expect(target.marks).toEqual([]);
    expect(target.listened).toBe(0);
  });
});
