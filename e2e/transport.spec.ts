import { expect } from '@playwright/test';
import { type LoopscopePage, warm } from './app';

const PROGRAM = `import asyncio

lock = asyncio.Lock()


async def add(name, upto):
    total = 0
    for n in range(upto):
        total += n
        await asyncio.sleep(0.5)
    async with lock:
        print(name, total)
    return total


async def main():
    first = asyncio.create_task(add("first", 3))
    second = asyncio.create_task(add("second", 4))
    await first
    await second
    raise ValueError("all is added")


asyncio.run(main())
`;

const explanation = (app: LoopscopePage) => app.region('Explanation');

/** Opens Go to, does something in it, and closes it. */
async function inGoTo(app: LoopscopePage, does: () => Promise<void>): Promise<void> {
  await app.button('Go to').click();
  await does();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog', { name: 'Go to' })).toBeHidden();
}

warm('breakpoints stop by task and by condition; one runs to lines, exceptions, output, problems and changes', async ({ app }) => {
  const { page } = app;
  const goTo = page.getByRole('dialog', { name: 'Go to' });
  await app.record(PROGRAM);
  const program = app.region('Program');

  await warm.step('a press in the margin sets a breakpoint, where Play stops each time', async () => {
    await program.locator('.line-numbers').filter({ hasText: /^9$/ }).click();
    await app.button('First step').click();
    await app.button('Play').click();
    await expect(explanation(app)).toContainText('main.py:9', { timeout: 20_000 });
    await expect(app.button('Play')).toBeVisible();
    await inGoTo(app, () => expect(goTo.getByRole('region', { name: 'Breakpoints' })).toContainText('stops 7 times'));
  });

  await warm.step('it is narrowed to a task and to a condition, which say what is wrong with them', async () => {
    await inGoTo(app, async () => {
      await goTo.getByRole('textbox', { name: 'Task of the breakpoint on line 9' }).fill('add-2');
      await expect(goTo).toContainText('stops 4 times');
      const condition = goTo.getByRole('textbox', { name: 'Condition of the breakpoint on line 9' });
      await condition.fill('n >');
      await expect(condition).toHaveAttribute('aria-invalid', 'true');
      await condition.fill('total + n > 3');
      await expect(goTo).toContainText('stops once');
    });
    await app.button('First step').click();
    await page.keyboard.press('F8');
    await expect(app.lane('Running now')).toHaveText([/^add-2/]);
    await expect(program).toContainText('total = 3');
    await page.keyboard.press('F8');
    await expect(page.getByText('No breakpoint stops after this step.').first()).toBeVisible();
  });

  await warm.step('run to the caret', async () => {
    await app.button('First step').click();
    await program.getByRole('textbox').focus();
    await page.keyboard.press('ControlOrMeta+End');
    for (let line = 0; line < 5; line++) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+F9');
    await expect(explanation(app)).toContainText('await second');
  });

  await warm.step('to output, exceptions, problems and changes of the selected resource', async () => {
    await app.button('First step').click();
    await inGoTo(app, async () => {
      await app.button('Next output').click();
      await expect(explanation(app)).toContainText('first 3');
      await app.button('Next output').click();
      await expect(explanation(app)).toContainText('second 6');
      await app.button('Previous output').click();
      await expect(explanation(app)).toContainText('first 3');
      await app.button('Next exception').click();
      await expect(explanation(app)).toContainText('all is added');
      await expect(app.button('Next change of the selected resource')).toBeDisabled();
    });
    await app.resource('lock, Lock').getByRole('button', { name: 'lock', exact: true }).click();
    await inGoTo(app, async () => {
      await app.button('Previous change of the selected resource').click();
      await expect(explanation(app)).toContainText('lock');
      await app.button('Previous change of the selected resource').click();
      await expect(app.resource('lock, Lock')).toContainText('add-2 took it');
      await app.button('Next problem').click();
      await expect(goTo).toContainText('No problem after this step.');
    });
  });

  await warm.step('all steps of one task are followed', async () => {
    await app.task('add-1').click();
    await app.button('Follow add-1').click();
    await app.button('First step').click();
    for (let step = 0; step < 3; step++) {
      await app.button('Step forward').click();
      await expect(app.lane('Running now')).toHaveText([/^add-1/]);
    }
    await app.button('Follow add-1').click();
    await app.task('add-1').click();
  });
});

warm('Play goes by virtual time: what takes none is there at once, and half a second is waited for', async ({ app }) => {
  const { page } = app;
  await app.record(PROGRAM);
  await app.button('First step').click();
  await app.speed('1× time');
  const began = await page.evaluate(() => performance.now());
  await app.button('Play').click();
  await expect(app.region('Event loop')).toContainText('clock 2.000 s', { timeout: 30_000 });
  expect((await page.evaluate(() => performance.now())) - began).toBeGreaterThan(1_900);
  await expect(app.button('Play')).toBeVisible();
  await app.speed('2 steps/s');
});
