import { expect } from '@playwright/test';
import { LoopscopePage, test, warm } from './app';
import { WINDOW } from './window';

const PROGRAM = `print("shared with you")
print("second")
`;

warm('a shared link opens the program for somebody else, at the step that was shared, with its bookmarks', async ({ app, browser }) => {
  const { page } = app;
  const goTo = page.getByRole('dialog', { name: 'Go to' });
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await app.record(PROGRAM);
  await app.stepSize('Line');
  await app.button('First step').click();
  await app.button('Step forward').click();
  const marked = await app.step();
  await app.button('Go to').click();
  await app.button('Bookmark this step').click();
  await goTo.getByRole('textbox', { name: `Note of step ${marked}` }).fill('all is there');
  await page.keyboard.press('Escape');
  await app.button('Step forward').click();
  const step = await app.step();
  expect(step).not.toBe(marked);
  await app.button('Share').click();
  await expect(page.getByText('Link copied').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#s=');
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await warm.step('somebody else opens the link', async () => {
    const context = await browser.newContext(WINDOW);
    const theirs = new LoopscopePage(await context.newPage());
    await theirs.page.goto(link);
    await expect(theirs.console).toContainText('shared with you', { timeout: 45_000 });
    await expect.poll(() => theirs.step()).toBe(step);
    await expect(theirs.page.getByRole('region', { name: 'Link' })).toContainText('Change it as you like');
    await theirs.button('Go to').click();
    await expect(theirs.page.getByRole('textbox', { name: `Note of step ${marked}` })).toHaveValue('all is there');
    await context.close();
  });

  await page.keyboard.press('Home');
  await page.keyboard.press('n');
  await expect.poll(() => app.step()).toBe(marked);
  await app.button('Go to').click();
  await app.button(`Remove the bookmark of step ${marked}`).click();
  await page.keyboard.press('Escape');
  await expect(goTo).toBeHidden();
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
