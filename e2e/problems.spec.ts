import { expect } from '@playwright/test';
import { warm } from './app';

const BLOCKS = `import asyncio
import time

async def rude():
    await asyncio.sleep(0.1)
    time.sleep(0.3)

async def main():
    await asyncio.gather(rude(), asyncio.sleep(0.2))

asyncio.run(main())
`;

warm('a problem leads to its step, task and line, and can be mended and unmended', async ({ app }) => {
  await app.record(BLOCKS);
  const problems = app.region('Problems');
  const program = app.region('Program');
  await expect(problems).toContainText('1 warning');
  await expect(program.locator('.squiggly-warning')).toHaveCount(1);
  await app.button('First step').click();
  await problems.getByRole('button', { name: /^warning blocking-call · line 6 rude slept with time\.sleep/ }).click();
  await expect.poll(() => app.step()).toBeGreaterThan(10);
  await expect(app.task('rude')).toHaveAttribute('aria-selected', 'true');
  await expect(app.task('rude')).toHaveAccessibleName(/blocking/);
  await problems.getByRole('button', { name: /^Mend blocking-call/ }).click();
  await expect.poll(() => app.savedText()).toBe(BLOCKS.replace('time.sleep', 'await asyncio.sleep'));
  await expect(problems.getByRole('button', { name: /^Mend blocking-call/ })).toBeDisabled();
  await program.getByRole('textbox').focus();
  await app.page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => app.savedText()).toBe(BLOCKS);
  await problems.getByRole('button', { name: /^Mend blocking-call/ }).click();
  await app.button('Run').click();
  await expect(problems).toContainText('No problems found', { timeout: 30_000 });
  await expect(program.locator('.squiggly-warning')).toHaveCount(0);
});
