import type { ProgramFile } from '../../model/scenario';
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

const exampleOf = (examples: readonly Example[], document: string): Example | undefined => examples.find(({ slug }) => slug === document);

/** The path of the file of a document that runs. */
export const mainFile = (examples: readonly Example[], document: string): string => exampleOf(examples, document)?.path ?? MAIN_FILE;

/** A document's files before anybody edited it; the first is the one that runs. */
export function originalFiles(examples: readonly Example[], document: string): readonly ProgramFile[] {
  const example = exampleOf(examples, document);
  return [{ path: mainFile(examples, document), text: example?.text ?? STARTER_TEXT }, ...(example?.files ?? [])];
}

/** A document's files as they are now. */
export function filesOf(examples: readonly Example[], { texts, files }: Drafts, document: string): readonly ProgramFile[] {
  const [main, ...others] = originalFiles(examples, document);
  if (main === undefined) return [];
  return [{ path: main.path, text: texts[document] ?? main.text }, ...(files[document] ?? others)];
}

export const programTitle = (examples: readonly Example[], document: string): string =>
  examples.find(({ slug }) => slug === document)?.title ?? 'My program';

/** What is marked in a document: by the reader, or else by whom it comes from. */
export const marksOf = (examples: readonly Example[], marks: Readonly<Record<string, Marks>>, document: string): Marks =>
  marks[document] ?? examples.find(({ slug }) => slug === document)?.marks ?? NO_MARKS;

/** The drafts with a document's files changed, and its breakpoints moved with the lines of the one that runs; what is as it came is no draft. */
export function withFiles(examples: readonly Example[], drafts: Drafts, document: string, changed: readonly ProgramFile[]): Drafts {
  const [main, ...others] = changed;
  const [originalMain, ...originalOthers] = originalFiles(examples, document);
  const { [document]: _, ...texts } = drafts.texts;
  const { [document]: __, ...files } = drafts.files;
  const marked = marksOf(examples, drafts.marks, document);
  const before = filesOf(examples, drafts, document)[0]?.text ?? '';
  const breakpoints = movedBreakpoints(marked.breakpoints, before, main?.text ?? before);
  return {
    ...drafts,
    texts: main === undefined || main.text === originalMain?.text ? texts : { ...texts, [document]: main.text },
    files: sameFiles(others, originalOthers) ? files : { ...files, [document]: others },
    marks: breakpoints === marked.breakpoints ? drafts.marks : { ...drafts.marks, [document]: { ...marked, breakpoints } },
  };
}

/** Whether two programs are the same. */
export const sameFiles = (a: readonly ProgramFile[], b: readonly ProgramFile[]): boolean =>
  a.length === b.length && a.every(({ path, text }, i) => path === b[i]?.path && text === b[i]?.text);

/** The drafts to begin with: the last visit's, with a document that still exists, or the first example. */
export function initialDrafts(examples: readonly Example[], saved: Drafts | null): Drafts {
  const first = examples[0]?.slug ?? OWN_PROGRAM;
  if (saved === null) return { current: first, texts: {}, marks: {}, files: {}, conditions: {} };
  const known = saved.current === OWN_PROGRAM || examples.some(({ slug }) => slug === saved.current);
  return known ? saved : { ...saved, current: first };
}
