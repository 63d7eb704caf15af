import { AxeBuilder } from '@axe-core/playwright';
import type { LoopscopePage } from './app';

/** The rules that a change of theme matters to. */
export const COLOURS: readonly string[] = ['color-contrast'];

/** What axe finds on the page, or in a part of it, by rule and place, and finds again: a change of theme reaches the editor after the rest. */
export async function findings(app: LoopscopePage, part?: string, rules: readonly string[] = []): Promise<readonly string[]> {
  let found = await foundNow(app, part, rules);
  for (let again = 0; again < 3 && found.length > 0; again++) found = await foundNow(app, part, rules);
  return found;
}

async function foundNow({ page }: LoopscopePage, part: string | undefined, rules: readonly string[]): Promise<readonly string[]> {
  // A page reads axe only once.
  const isThere = await page.evaluate(() => 'axe' in window);
  // There are no frames to look into, for which a second page would be opened each time.
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'true' } : {}) }).setLegacyMode();
  // To tell all that is right takes longer than to find what is wrong.
  axe.options({ resultTypes: ['violations'] });
  if (part !== undefined) axe.include(part);
  if (rules.length > 0) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
