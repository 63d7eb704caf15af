import { expect } from '@playwright/test';
import { test } from './app';

test('a shared link opens the program for somebody else, at the step that was shared', async ({ app, page }) => {
  await app.open({ python: true });
  await app.record('print("shared with you")\nprint("second")\n');
  await app.button('First step').click();
  await app.button('Step forward').click();
  const step = await app.step();
  await app.button('Share').click();
  await expect(app.region('Program').or(page.getByText('Link copied')).first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#s=');
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(app.console).toContainText('shared with you', { timeout: 45_000 });
  await expect.poll(() => app.step()).toBe(step);
});

test('a damaged link says so and leaves the reader’s own work alone', async ({ app, page }) => {
  await app.open();
  await app.choose('My program');
  await app.paste('print("mine")\n');
  await page.goto('about:blank');
  await page.goto('./#s=AVeryDamagedLink');
  await expect(page.getByRole('alert').first()).toContainText(/link/i);
  await expect.poll(() => app.savedText()).toBe('print("mine")\n');
});
