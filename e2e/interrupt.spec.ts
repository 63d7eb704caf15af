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

warm('Ctrl+C is pressed at a step, arrives there, and is taken away again', async ({ app }) => {
  const { page } = app;
  const menu = page.getByRole('dialog', { name: 'Ctrl+C' });
  const explanation = app.region('Explanation');
  const press = async (): Promise<void> => {
    await app.button('Ctrl+C').click();
    await menu.getByRole('button', { name: /^Press Ctrl\+C at step/ }).click();
    await expect(explanation).toContainText('Ctrl+C is pressed', { timeout: 60_000 });
    await page.keyboard.press('Escape');
    await expect(app.button('Run')).toBeVisible({ timeout: 60_000 });
  };
  await app.record(PROGRAM);
  await app.stepSize('Line');
  await app.button('First step').click();
  while (!(await explanation.innerText()).includes('main.py:6')) await app.button('Step forward').click();
  await press();
  const first = await app.step();
  await app.button('Last step').click();
  await expect(app.console).toContainText('cleaned up');

  await warm.step('a second one, while main cleans up, ends the program at once', async () => {
    await app.button('First step').click();
    await page.keyboard.press('o');
    await expect(explanation).toContainText('cleans up');
    await press();
    await app.button('Last step').click();
    await expect(app.console).toContainText('KeyboardInterrupt');
    await expect(app.console).toContainText('cleans up');
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
    await expect(app.region('Console')).toContainText('Nothing was printed');
  });
});
