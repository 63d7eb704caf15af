import { describe, expect, test } from 'vitest';
import { filesOf, initialDrafts, mainFile, OWN_PROGRAM, programTitle, STARTER_TEXT, withFiles } from './programs';
import type { Drafts } from './savedDrafts';

const EXAMPLES = [
  { slug: 'gather', title: 'gather', summary: '', text: 'one\n' },
  { slug: 'queue', title: 'Queue', summary: '', text: 'two\n' },
];

const textOf = (examples: typeof EXAMPLES, drafts: Drafts, document: string) => filesOf(examples, drafts, document)[0]?.text;
const withText = (examples: typeof EXAMPLES, drafts: Drafts, document: string, text: string) =>
  withFiles(examples, drafts, document, [{ path: mainFile(examples, document), text }, ...filesOf(examples, drafts, document).slice(1)]);

describe('programs and their drafts', () => {
  test('the first visit begins with the first example', () => {
    const drafts = initialDrafts(EXAMPLES, null);
    expect(drafts.current).toBe('gather');
    expect(textOf(EXAMPLES, drafts, drafts.current)).toBe('one\n');
  });

  test('each program keeps its own draft, so that opening another one loses nothing', () => {
    let drafts = withText(EXAMPLES, initialDrafts(EXAMPLES, null), 'gather', 'one, edited\n');
    drafts = withText(EXAMPLES, { ...drafts, current: 'queue' }, 'queue', 'two, edited\n');
    expect(textOf(EXAMPLES, drafts, 'gather')).toBe('one, edited\n');
    expect(textOf(EXAMPLES, drafts, 'queue')).toBe('two, edited\n');
    expect(textOf(EXAMPLES, drafts, OWN_PROGRAM)).toBe(STARTER_TEXT);
  });

  test('a text that is the original again is no draft any more', () => {
    const edited = withText(EXAMPLES, initialDrafts(EXAMPLES, null), 'gather', 'x');
    expect(withText(EXAMPLES, edited, 'gather', 'one\n').texts).toEqual({});
  });

  test('an example that no longer exists is left for the first one, and its draft is kept', () => {
    const drafts = initialDrafts(EXAMPLES, { current: 'gone', texts: { gone: 'mine' }, marks: {}, files: {}, conditions: {} });
    expect(drafts).toEqual({ current: 'gather', texts: { gone: 'mine' }, marks: {}, files: {}, conditions: {} });
  });

  test("one's own program has a title of its own", () => {
    expect(programTitle(EXAMPLES, OWN_PROGRAM)).toBe('My program');
    expect(programTitle(EXAMPLES, 'queue')).toBe('Queue');
  });
});
