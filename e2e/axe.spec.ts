import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { type LoopscopePage, warm } from './app';
import { DEADLOCK, UNCAUGHT } from './programs';

/** What axe finds on the page as it is, by rule and place. */
async function findings({ page }: LoopscopePage): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

warm('axe finds nothing after a run that failed, after a deadlock in each theme, nor in legends and menus', async ({ app }) => {
  // Looking through everything takes axe a while, eight times.
  warm.slow();
  const { page } = app;
  await app.record(UNCAUGHT);
  await app.button('Last step').click();
  await expect(app.outcome).toContainText('Uncaught ValueError');
  expect(await findings(app)).toEqual([]);

  await app.record(DEADLOCK);
  await app.button('Last step').click();
  await app.task('soup').click();
  await expect(page.getByRole('region', { name: 'Details of soup' })).toBeVisible();
  for (const [theme, media] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['contrast', { contrast: 'more' }],
  ] as const) {
    await page.emulateMedia(media);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await findings(app)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });

  for (const opener of ['Legend of Tasks', 'Choose lanes', 'Which tasks']) {
    await app.button(opener).click();
    expect(await findings(app)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await app.button('Collapse Resources').click();
  await app.button('Expand World').click();
  await app.button('Add a route').click();
  expect(await findings(app)).toEqual([]);
  await app
    .region('World')
    .getByRole('button', { name: /^Remove route/ })
    .click();
  await app.button('Collapse World').click();
  await app.button('Expand Resources').click();
  await app.task('soup').click();
});
