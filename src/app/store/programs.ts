import type { Example } from './examples';
import { type Marks, movedBreakpoints, NO_MARKS } from './marks';
import type { Drafts } from './savedDrafts';

/** The document that is the reader's own, not an example. */
export const OWN_PROGRAM = 'own';

/** What the user's file is called: in tracebacks, and above the editor. */
export const MAIN_FILE = 'main.py';

/** What stands in one's own program at first. */
export const STARTER_TEXT = `import asyncio


async def greet(name, seconds):
    await asyncio.sleep(seconds)
    print("hello,", name)


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(greet("Ada", 0.2))
        tg.create_task(greet("Grace", 0.1))


asyncio.run(main())
`;

/** What a document says before anybody edited it. */
export const originalText = (examples: readonly Example[], document: string): string =>
  examples.find(({ slug }) => slug === document)?.text ?? STARTER_TEXT;

/** What a document says now. */
export const textOf = (examples: readonly Example[], drafts: Drafts, document: string): string =>
  drafts.texts[document] ?? originalText(examples, document);

export const programTitle = (examples: readonly Example[], document: string): string =>
  examples.find(({ slug }) => slug === document)?.title ?? 'My program';

/** What is marked in a document: by the reader, or else by whom it comes from. */
export const marksOf = (examples: readonly Example[], marks: Readonly<Record<string, Marks>>, document: string): Marks =>
  marks[document] ?? examples.find(({ slug }) => slug === document)?.marks ?? NO_MARKS;

/** The drafts with a document's text changed, and its breakpoints moved with their lines; a text that is the original again is no draft. */
export function withText(examples: readonly Example[], drafts: Drafts, document: string, text: string): Drafts {
  const { [document]: _, ...others } = drafts.texts;
  const marked = marksOf(examples, drafts.marks, document);
  const breakpoints = movedBreakpoints(marked.breakpoints, textOf(examples, drafts, document), text);
  return {
    ...drafts,
    texts: text === originalText(examples, document) ? others : { ...others, [document]: text },
    marks: breakpoints === marked.breakpoints ? drafts.marks : { ...drafts.marks, [document]: { ...marked, breakpoints } },
  };
}

/** The drafts to begin with: the last visit's, with a document that still exists, or the first example. */
export function initialDrafts(examples: readonly Example[], saved: Drafts | null): Drafts {
  const first = examples[0]?.slug ?? OWN_PROGRAM;
  if (saved === null) return { current: first, texts: {}, marks: {} };
  const known = saved.current === OWN_PROGRAM || examples.some(({ slug }) => slug === saved.current);
  return known ? saved : { ...saved, current: first };
}
