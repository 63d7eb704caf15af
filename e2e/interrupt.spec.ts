import { expect } from '@playwright/test';
import { warm } from './app';

const PROGRAM = `import asyncio


async def main():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cleans up")
        await asyncio.sleep(5)
        print("cleaned up")


asyncio.run(main())
`;

warm('Ctrl+C is pressed at a step, arrives there, travels with the link, and is taken away again', async ({ app }) => {
  const { page } = app;
  const menu = page.getByRole('dialog', { name: 'Ctrl+C' });
  const press = async (): Promise<void> => {
    await app.button('Ctrl+C').click();
    await menu.getByRole('button', { name: /^Press Ctrl\+C at step/ }).click();
    await page.keyboard.press('Escape');
    await expect(app.button('Run')).toBeVisible({ timeout: 60_000 });
  };
  await app.record(PROGRAM);
  await expect(app.console).toBeEmpty();
  await app.task('main').first().click();
  await app.button('Step forward').click();

  await press();
  await expect(app.region('Explanation')).toContainText('Ctrl+C is pressed');
  const first = await app.step();
  await app.button('Last step').click();
  await expect(app.console).toContainText('cleaned up');
  await expect(app.console).toContainText('KeyboardInterrupt');

  await warm.step('a second one, while main cleans up, ends the program at once', async () => {
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('cleans up');
    await page.getByRole('option').filter({ hasText: 'cleans up' }).first().click();
    await app.button('First step').click();
    await page.keyboard.press('O');
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('Press Ctrl+C');
    await page.getByRole('option', { name: 'Press Ctrl+C at this step' }).click();
    await expect(app.button('Run')).toBeVisible({ timeout: 60_000 });
    await app.button('Last step').click();
    await expect(app.console).toContainText('KeyboardInterrupt');
    await expect(app.console).not.toContainText('cleaned up');
  });

  await warm.step('both are listed, and without them the program ends as before', async () => {
    await app.button('Ctrl+C').click();
    await menu.getByRole('button', { name: new RegExp(`^Step ${first} `) }).click();
    await expect(app.slider).toHaveAttribute('aria-valuenow', String(first));
    for (const left of [1, 0]) {
      await menu
        .getByRole('button', { name: /^Take Ctrl\+C away/ })
        .first()
        .click();
      await expect(menu.getByRole('listitem')).toHaveCount(left);
    }
    await page.keyboard.press('Escape');
    await expect(app.button('Run')).toBeVisible({ timeout: 60_000 });
    await app.button('Last step').click();
    await expect(app.console).toBeEmpty();
  });
});
