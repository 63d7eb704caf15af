import * as v from 'valibot';
import index from '../../content/examples/index.json';
import type { Conditions, ProgramFile } from '../../model/scenario';
import type { Marks } from './marks';

/** A program that can be opened beside one's own. Of an example of the gallery, a recording was made at build time. */
export interface Example {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** The Python text. */
  readonly text: string;
  /** What the file with that text is called, if not main.py. */
  readonly path?: string;
  /** The files beside it. */
  readonly files?: readonly ProgramFile[];
  /** How a program that came in a link is run. */
  readonly conditions?: Conditions;
  /** There is no recording of it before it is run here. */
  readonly unrecorded?: true;
  /** What is marked in it before the reader marks anything. */
  readonly marks?: Marks;
}

const Entries = v.array(v.object({ slug: v.string(), title: v.string(), file: v.string(), summary: v.string() }));

const texts = import.meta.glob<string>('../../content/examples/*.py', { query: '?raw', import: 'default', eager: true });

/** The examples that come with the page, in the order of the gallery. Throws when the index names a file that isn't there. */
export function bundledExamples(): readonly Example[] {
  return v.parse(Entries, index).map(({ slug, title, file, summary }) => {
    const text = texts[`../../content/examples/${file}`];
    if (text === undefined) throw new Error(`the index of examples names ${file}, which does not exist`);
    return { slug, title, summary, text };
  });
}
