import * as v from 'valibot';
import { InterruptSchema } from '../../model/interrupt';
import { NetworkSchema } from '../../model/network';
import type { Conditions, ProgramFile } from '../../model/scenario';
import { type Keeper, readJson, writeJson } from './keeper';
import type { Marks } from './marks';

/** What a reader changes of the conditions of a program. */
export type OwnConditions = Pick<Conditions, 'network' | 'input' | 'interrupts'>;

/** What the user typed and marked, by document: an example's slug, or `OWN_PROGRAM`. A document that was never edited has no draft. */
export interface Drafts {
  readonly current: string;
  readonly texts: Readonly<Record<string, string>>;
  /** What is marked, by document. */
  readonly marks: Readonly<Record<string, Marks>>;
  /** The files beside the one that runs, of documents that got other ones than they came with. */
  readonly files: Readonly<Record<string, readonly ProgramFile[]>>;
  /** The world and the input of documents that got other ones than they came with. */
  readonly conditions: Readonly<Record<string, OwnConditions>>;
}

const KEY = 'loopscope.drafts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const SavedMarks = v.object({
  breakpoints: v.array(v.object({ line: Count, task: v.string(), condition: v.string() })),
  bookmarks: v.array(v.object({ step: Count, note: v.string(), text: Count })),
});

const SavedConditions = v.object({
  network: NetworkSchema,
  input: v.object({ text: v.string(), ended: v.boolean() }),
  // Not in those of earlier versions.
  interrupts: v.optional(v.array(InterruptSchema), []),
});

const SavedDrafts = v.object({
  version: v.literal(1),
  current: v.string(),
  texts: v.record(v.string(), v.string()),
  // Not in those of earlier versions; and damaged marks are not worth the texts.
  marks: v.fallback(v.record(v.string(), SavedMarks), {}),
  // Drafts from before there were several files have none.
  files: v.optional(v.record(v.string(), v.array(v.object({ path: v.string(), text: v.string() }))), {}),
  // Nor have they conditions of their own; and damaged ones are not worth the texts.
  conditions: v.fallback(v.record(v.string(), SavedConditions), {}),
});

/** The drafts of the last visit, or null when there are none, they are damaged, or the browser keeps nothing. */
export function readDrafts(keeper: Keeper): Drafts | null {
  const parsed = v.safeParse(SavedDrafts, readJson(keeper, KEY));
  if (!parsed.success) return null;
  const { current, texts, marks, files, conditions } = parsed.output;
  return { current, texts, marks, files, conditions };
}

/** Whether the drafts were kept: a browser may refuse (private window, full disk). */
export function writeDrafts(keeper: Keeper, drafts: Drafts): boolean {
  return writeJson(keeper, KEY, { version: 1, ...drafts });
}
