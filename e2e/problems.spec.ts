import { expect } from '@playwright/test';
import { test, warm } from './app';

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

const THREE_PROBLEMS = `import asyncio
import time


async def rude():
    time.sleep(0.3)


async def fails():
    raise ValueError("nobody looks")


async def main():
    rude()
    await rude()
    task = asyncio.create_task(fails())
    await asyncio.sleep(1)
    del task
    print("done")


asyncio.run(main())
`;

warm('one goes from problem to problem in order, forwards and backwards, by key and from the menu', async ({ app }) => {
  const { page } = app;
  await app.record(THREE_PROBLEMS);
  const rows = app.region('Problems').getByRole('list', { name: 'Problems found' }).getByRole('listitem');
  await expect(rows).toHaveText([/never-awaited · line 14/, /blocking-call · line 6/, /exception-lost · line 16/]);
  const steps: number[] = [];
  for (const row of await rows.all()) {
    await row.getByRole('button').first().click();
    steps.push(await app.step());
  }
  const stands = (step: number | undefined) => expect(app.slider).toHaveAttribute('aria-valuenow', String(step));
  const [one, two, three] = steps.sort((a, b) => a - b);
  expect(new Set(steps).size).toBe(3);

  await app.button('First step').click();
  for (const step of [one, two, three]) {
    await page.keyboard.press('p');
    await stands(step);
  }
  await page.keyboard.press('p');
  await expect(page.getByText('No problem after this step.').first()).toBeVisible();
  await stands(three);

  await app.button('Go to').click();
  for (const step of [two, one]) {
    await app.button('Previous problem').click();
    await stands(step);
  }
  await app.button('Previous problem').click();
  await expect(page.getByRole('dialog', { name: 'Go to' })).toContainText('No problem before this step.');
  await app.button('Next problem').click();
  await stands(two);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+P');
  await stands(one);
});

test('parts of the page that the network fails to bring are asked for again, and missed in words', async ({ app, visitor }) => {
  const { page } = app;
  const problems = app.region('Problems');
  let refused = 0;
  await page.route('**/find-problems-*.js', (route) => {
    refused += 1;
    return route.abort();
  });
  await app.open();
  await expect(problems).toContainText('What finds problems could not be fetched.', { timeout: 30_000 });
  expect(refused).toBeGreaterThan(3);
  await page.keyboard.press('p');
  await expect(page.getByText('What finds problems could not be fetched.')).toHaveCount(2);
  await page.unroute('**/find-problems-*.js');
  await app.look('Deadlock');
  await expect(problems).toContainText('1 error', { timeout: 30_000 });

  await page.route('**/CommandPalette-*.js', (route) => route.abort());
  await page.keyboard.press('Control+K');
  const failure = page.getByRole('alert').filter({ hasText: 'A part of the page could not be fetched' });
  await expect(failure).toBeVisible({ timeout: 30_000 });
  await expect(app.button('Reload the page')).toBeVisible();
  expect(visitor.complaints.splice(0).join('\n')).toContain('ERR_FAILED');
});
