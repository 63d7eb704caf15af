import { expect } from '@playwright/test';
import { test } from './app';

test('an example is on screen and can be stepped through before Python is loaded', async ({ app, page }) => {
  await app.open();
  await expect(app.status).toHaveText('Loading Python');
  await expect(page.getByRole('progressbar', { name: 'Loading Python' })).toBeVisible();

  await expect(app.region('Program')).toContainText('Semaphore');
  await expect(app.tasks.first()).toHaveAccessibleName(/^main /);
  await expect(app.resource('sem, Semaphore')).toBeVisible();
  await expect(app.region('Explanation')).not.toBeEmpty();

  const before = await app.step();
  await app.button('Step forward').click();
  await expect.poll(() => app.step()).toBeGreaterThan(before);
  await app.button('Step back').click();
  await expect.poll(() => app.step()).toBe(before);
});

test('every panel says what it is for while nothing is recorded', async ({ app }) => {
  await app.open();
  await app.choose('My program');
  await expect(app.region('Event loop')).toContainText('once a program was recorded');
  await expect(app.region('Tasks')).toContainText('once a program was recorded');
  await expect(app.region('Resources')).toContainText('appear here');
  await expect(app.region('Console')).toContainText('What the program prints appears here');
  await expect(app.region('Timeline')).toContainText('A lane for each task appears here');
  await expect(app.button('Play')).toBeDisabled();
});

test('each example opens with its recording', async ({ app, page }) => {
  await app.open();
  const menu = page.getByRole('banner').getByRole('button').first();
  await menu.click();
  await expect(page.getByRole('menu')).toBeVisible();
  const titles = await page.getByRole('menuitemradio').evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''));
  await page.keyboard.press('Escape');
  expect(titles.length).toBeGreaterThanOrEqual(13);
  for (const title of titles.filter((name) => name !== 'My program')) {
    await app.choose(title);
    await expect(menu, title).toHaveText(title);
    await expect(app.slider, title).toHaveAttribute('aria-valuetext', /^step \d+ of \d+, t = /);
    await expect(app.tasks.first(), title).toBeVisible();
  }
});
