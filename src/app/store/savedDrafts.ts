import * as v from 'valibot';
import { type Keeper, readJson, writeJson } from './keeper';

/** What the user typed, by document: an example's slug, or `OWN_PROGRAM`. A document that was never edited has no draft. */
export interface Drafts {
  readonly current: string;
  readonly texts: Readonly<Record<string, string>>;
}

const KEY = 'loopscope.drafts';

const SavedDrafts = v.object({
  version: v.literal(1),
  current: v.string(),
  texts: v.record(v.string(), v.string()),
});

/** The drafts of the last visit, or null when there are none, they are damaged, or the browser keeps nothing. */
export function readDrafts(keeper: Keeper): Drafts | null {
  const parsed = v.safeParse(SavedDrafts, readJson(keeper, KEY));
  return parsed.success ? { current: parsed.output.current, texts: parsed.output.texts } : null;
}

/** Whether the drafts were kept: a browser may refuse (private window, full disk). */
export function writeDrafts(keeper: Keeper, drafts: Drafts): boolean {
  return writeJson(keeper, KEY, { version: 1, ...drafts });
}
