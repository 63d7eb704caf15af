import { expect } from '@playwright/test';
import { test } from './app';

test('an edited example is newer than its recording, keeps its edits while others are looked at, and gives the original back', async ({
  app,
  page,
}) => {
  await app.open();
  await app.region('Program').getByRole('textbox').focus();
  await page.keyboard.type('#');
  await expect(app.region('Program')).toContainText('the recording is of an earlier text');
  await app.paste('print("changed")\n');
  await expect(app.region('Program')).toContainText('edited, autosaved');
  await app.choose('Semaphore');
  await expect(app.region('Program')).not.toContainText('changed');
  await app.choose('Rate-limited crawler');
  await expect(app.region('Program')).toContainText('print("changed")');
  await app.button('Restore the original text').click();
  await expect(app.region('Program')).toContainText('Crawl four pages');
});

test('what was typed, theme, step size, panel sizes and folded panels survive a reload', async ({ app, page }) => {
  await app.open();
  await app.choose('My program');
  await app.paste('print("mine")\n');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await app.button('Theme').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await app.button('Theme').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  for (const name of ['Console', 'Resources', 'Timeline']) await app.button(`Collapse ${name}`).click();
  await app.stepSize('Loop turn');
  const divider = page.getByRole('separator', { name: 'Resize Program and Event loop' });
  await divider.focus();
  const widthNow = async () => Math.round((await app.region('Program').boundingBox())?.width ?? 0);
  let width = await widthNow();
  for (let press = 0; press < 3; press++) {
    const before = width;
    await page.keyboard.press('ArrowRight');
    await expect.poll(widthNow).toBeGreaterThan(before);
    width = await widthNow();
  }
  await page.reload();
  await expect(app.region('Program')).toContainText('print("mine")');
  await expect(page.getByRole('banner').getByRole('button').first()).toHaveText('My program');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await expect(page.getByRole('radio', { name: 'Loop turn' })).toBeChecked();
  await expect.poll(widthNow).toBe(width);
  await app.button('Expand Timeline').click();
  await expect.poll(async () => (await app.region('Timeline').boundingBox())?.height ?? 0).toBeGreaterThan(80);
  await app.button('Expand Resources').click();
  await expect.poll(async () => (await app.region('Resources').boundingBox())?.width ?? 0).toBeGreaterThan(80);
  await app.button('Expand Console').click();
  await expect(app.region('Console').getByText('What the program prints appears here')).toBeVisible();
});
