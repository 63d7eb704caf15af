import type { Network } from '../../model/network';
import { type Conditions, DEFAULT_CONDITIONS, type Input } from '../../model/scenario';
import type { Example } from './examples';
import type { Drafts, OwnConditions } from './savedDrafts';

const originalConditions = (examples: readonly Example[], document: string): Conditions =>
  examples.find(({ slug }) => slug === document)?.conditions ?? DEFAULT_CONDITIONS;

/** What a document is run with: as it came, and as the reader has changed it. Newly made each time. */
export const conditionsOf = (examples: readonly Example[], { conditions }: Drafts, document: string): Conditions => ({
  ...originalConditions(examples, document),
  ...conditions[document],
});

export const networkOf = (examples: readonly Example[], { conditions }: Drafts, document: string): Network =>
  (conditions[document] ?? originalConditions(examples, document)).network;

export const inputOf = (examples: readonly Example[], { conditions }: Drafts, document: string): Input =>
  (conditions[document] ?? originalConditions(examples, document)).input;

/** The drafts with some of the present document's conditions changed; what is as it came is no draft. */
export function withConditions(examples: readonly Example[], drafts: Drafts, changed: Partial<OwnConditions>): Drafts {
  const { current } = drafts;
  const { [current]: before = pick(originalConditions(examples, current)), ...others } = drafts.conditions;
  const now = { ...before, ...changed };
  const conditions = sameConditions(now, originalConditions(examples, current)) ? others : { ...others, [current]: now };
  return { ...drafts, conditions };
}

const pick = ({ network, input, interrupts }: Conditions): OwnConditions => ({ network, input, interrupts });

/** Whether two runs of the same program differ in nothing that a reader can change. */
export const sameConditions = (a: OwnConditions, b: OwnConditions): boolean =>
  a.input.text === b.input.text &&
  a.input.ended === b.input.ended &&
  JSON.stringify(a.interrupts) === JSON.stringify(b.interrupts) &&
  // All networks are made by their schema, which also gives their names an order.
  (a.network === b.network || JSON.stringify(a.network) === JSON.stringify(b.network));
