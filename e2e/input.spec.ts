import { expect } from '@playwright/test';
import { warm as test } from './app';

const ASKS = `import asyncio


async def main():
    name = input("name? ")
    await asyncio.sleep(1)
    print("hello,", name)
    try:
        input("more? ")
    except EOFError:
        print("no more")


asyncio.run(main())
`;

test('a program that asks is answered on the page, and runs with the same answers again', async ({ app }) => {
  const { page } = app;
  await app.record(ASKS);
  await expect(app.outcome).toContainText('The program asks for input');
  await expect(app.console).toContainText('name?');
  const field = page.getByRole('textbox', { name: 'Answer to the program' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(app.console).toContainText('hello, Ada', { timeout: 45_000 });
  await expect(app.console).toContainText('name? Ada');
  await expect(app.console).toContainText('more?');
  await app.button('End of input').click();
  await expect(app.console).toContainText('no more', { timeout: 45_000 });
  await expect(field).toBeHidden();
  await expect(app.outcome).toBeEmpty();

  await app.button('Run').click();
  await expect(app.button('Run')).toBeVisible({ timeout: 30_000 });
  await expect(app.console).toContainText('no more');
  await app.button('Input: 1 line').click();
  await page.getByRole('textbox', { name: 'Lines of input' }).fill('Grace\nHopper\n');
  await app.button('Run with these').click();
  await expect(app.console).toContainText('hello, Grace', { timeout: 45_000 });
  await expect(app.console).toContainText('more? Hopper');
  await expect(app.console).not.toContainText('no more');

  await app.button('Input: 2 lines').click();
  await app.button('Ask again').click();
  await expect(field).toBeFocused({ timeout: 45_000 });
});

test('Ctrl+C while a program waits for an answer leaves its question, and the second one ends it', async ({ app }) => {
  const { page } = app;
  const field = page.getByRole('textbox', { name: 'Answer to the program' });
  const press = async (): Promise<void> => {
    await app.button('Ctrl+C').click();
    await page.getByRole('button', { name: /^Press Ctrl\+C at step/ }).click();
    await expect(app.region('Explanation')).toContainText('Ctrl+C is pressed', { timeout: 45_000 });
    await page.keyboard.press('Escape');
    await expect(app.button('Run')).toBeVisible({ timeout: 45_000 });
    await app.button('Last step').click();
  };
  await app.record(ASKS);
  await expect(app.outcome).toContainText('The program asks for input');
  await app.button('Last step').click();
  await press();
  await expect(app.console).toContainText('name?');
  await expect(field).toBeVisible();
  await press();
  await expect(app.console).toContainText('name?');
  await expect(app.console).toContainText('KeyboardInterrupt');
  await expect(field).toBeHidden();

  const takeAway = page.getByRole('button', { name: /^Take Ctrl\+C away/ });
  for (const left of [2, 1]) {
    await app.button('Ctrl+C').click();
    await expect(takeAway).toHaveCount(left);
    await takeAway.first().click();
    await expect(app.button('Run')).toBeVisible({ timeout: 45_000 });
    await expect(field).toBeVisible({ timeout: 45_000 });
    await page.keyboard.press('Escape');
    await expect(takeAway).toHaveCount(0);
  }
});
