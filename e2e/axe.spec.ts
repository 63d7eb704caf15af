import { expect } from '@playwright/test';
import { type LoopscopePage, warm } from './app';
import { COLOURS, findings } from './findings';
import { DEADLOCK, UNCAUGHT } from './programs';

/** Looks through what lies over the page: the palette, the keys, the lists of breakpoints and bookmarks, menus. */
async function inOverlays(app: LoopscopePage, theme: string): Promise<void> {
  const { page } = app;
  for (const [opens, what] of [
    [() => page.keyboard.press('ControlOrMeta+K'), 'dialog'],
    [() => page.keyboard.press('?'), 'dialog'],
    [() => app.button('Go to').click(), 'dialog'],
    [() => page.getByRole('banner').getByRole('button').first().click(), 'menu'],
  ] as const) {
    await opens();
    await expect(page.getByRole(what)).toBeVisible();
    // The same in every theme but for its colours.
    expect(await findings(app, `[role="${what}"]`, theme === 'light' ? [] : COLOURS), theme).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole(what)).toBeHidden();
  }
}

warm('axe finds nothing after failures, in each theme, nor in what opens over the page', async ({ app }) => {
  // Looking through everything takes axe a while.
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
  await expect(app.region('Problems').getByRole('listitem')).toHaveCount(1);
  await app.region('Program').getByRole('textbox').focus();
  for (const key of ['ControlOrMeta+Home', 'ArrowDown', 'ArrowDown', 'F9']) await page.keyboard.press(key);
  await app.button('Go to').click();
  await app.button('Bookmark this step').click();
  await page.keyboard.press('Escape');
  for (const [theme, media] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['contrast', { contrast: 'more' }],
  ] as const) {
    await page.emulateMedia(media);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await findings(app, undefined, theme === 'light' ? [] : COLOURS), theme).toEqual([]);
    await inOverlays(app, theme);
  }
  await app.button('Go to').click();
  await app.button('Bookmark this step').click();
  await app.button('Remove the breakpoint on line 3').click();
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });

  for (const [opener, what] of [
    ['Legend of Tasks', 'dialog'],
    ['Legend of Timeline', 'dialog'],
    ['Choose lanes', 'dialog'],
    ['Which tasks', 'menu'],
    ['Whose output', 'menu'],
  ] as const) {
    await app.button(opener).click();
    await expect(page.getByRole(what)).toBeVisible();
    expect(await findings(app, `[role="${what}"]`)).toEqual([]);
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
