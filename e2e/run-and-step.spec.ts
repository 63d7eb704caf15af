import { expect } from '@playwright/test';
import { warm } from './app';
import { TWO_WORKERS } from './programs';

warm('a pasted program is recorded and stepped through by task switch, each panel with it', async ({ app }) => {
  await app.record(TWO_WORKERS);
  await app.stepSize('Task switch');
  await app.button('First step').click();

  await warm.step('main begins', async () => {
    await app.button('Step forward').click();
    await expect(app.lane('Running now')).toHaveText([/^main/]);
    await expect(app.tasks).toHaveCount(1);
    await expect(app.task('main')).toHaveAccessibleName(/^main running/);
    await expect(app.resource('lock, Lock')).toContainText('free');
  });

  await warm.step('the first worker begins; main waits for it, and the second is ready', async () => {
    await app.button('Step forward').click();
    await expect(app.lane('Running now')).toHaveText([/^worker-1/]);
    await expect(app.lane('Ready queue')).toHaveText([/^worker-2.*first step/]);
    await expect(app.task('main')).toHaveAccessibleName(/^main waiting, worker-1/);
    await expect(app.task('worker-1')).toHaveAccessibleName(/^worker-1 running/);
    await expect(app.task('worker-1')).toHaveAttribute('aria-level', '2');
    await expect(app.task('worker-2')).toHaveAccessibleName(/^worker-2 ready, 1st in the ready queue/);
  });

  await warm.step('the second begins, while the first sleeps with the lock', async () => {
    await app.button('Step forward').click();
    await expect(app.lane('Running now')).toHaveText([/^worker-2/]);
    await expect(app.lane('Timers')).toHaveText([/^worker-1.*in 0\.100 s/]);
    await expect(app.task('worker-1')).toHaveAccessibleName(/^worker-1 sleeping, wakes at 0\.100 s/);
    await expect(app.resource('lock, Lock').getByRole('button', { name: 'worker-1' })).toBeVisible();
    await expect(app.region('Console')).toContainText('1 of 2 lines');
  });

  await warm.step('the clock jumps to the timer; the second waits for the lock', async () => {
    await app.button('Step forward').click();
    await expect(app.region('Event loop')).toContainText('clock 0.100 s');
    await expect(app.task('worker-2')).toHaveAccessibleName(/^worker-2 waiting, lock\.acquire\(\): held by worker-1/);
    await expect(app.resource('lock, Lock')).toContainText('waiting');
  });

  await warm.step('at the end all is done and printed', async () => {
    await app.button('Last step').click();
    await expect(app.task('main')).toHaveAccessibleName(/^main done/);
    await expect(app.console).toContainText('b has the lock');
    await expect(app.region('Explanation')).toContainText(/end/i);
    await expect(app.button('Step forward')).toBeDisabled();
  });
});

warm('forth and back by line, task switch and loop turn shows the same at each step', async ({ app }) => {
  await app.look();
  for (const size of ['Line', 'Task switch', 'Loop turn'] as const) {
    await warm.step(size, async () => {
      await app.stepSize(size);
      await app.button('Last step').click();
      await app.button('First step').click();
      const forth: (readonly string[])[] = [];
      for (let i = 0; i < 8; i++) {
        forth.push([String(await app.step()), ...(await app.shown())]);
        await app.button('Step forward').click();
      }
      expect(new Set(forth.map(([step]) => step)).size).toBe(8);
      for (const seen of forth.toReversed()) {
        await app.button('Step back').click();
        await expect.poll(async () => [String(await app.step()), ...(await app.shown())]).toEqual(seen);
      }
    });
  }
});

warm('the line that is about to run is lit in the editor, and tasks stand on their lines', async ({ app }) => {
  await app.record(TWO_WORKERS);
  await app.stepSize('Line');
  await expect(app.region('Explanation')).toContainText('import asyncio');
  await app.stepSize('Task switch');
  await app.button('First step').click();
  for (let i = 0; i < 3; i++) await app.button('Step forward').click();
  await expect(app.region('Program').getByRole('button', { name: /worker-1.*sleeping/ })).toBeVisible();
  await expect(app.region('Program').getByRole('button', { name: /main.*waiting/ })).toBeVisible();
});

warm('the slider travels by dragging and by keys, and says where one is', async ({ app }) => {
  const { page } = app;
  await app.look();
  const box = await app.slider.locator('xpath=../..').boundingBox();
  if (box === null) throw new Error('the slider is not on screen');
  const last = Number(await app.slider.getAttribute('aria-valuemax'));
  await app.slider.hover();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  const middle = await app.step();
  expect(Math.abs(middle - last / 2)).toBeLessThan(last / 20);
  await expect(app.slider).toHaveAttribute('aria-valuetext', new RegExp(`^step ${middle} of ${last}, t = \\d+\\.\\d{3} s$`));
  await app.slider.press('Shift+ArrowRight');
  await expect.poll(() => app.step()).toBe(middle + 1);
  await app.slider.press('Shift+ArrowLeft');
  await expect.poll(() => app.step()).toBe(middle);
  await app.button('Step forward').click();
  const next = await app.step();
  expect(next).toBeGreaterThan(middle);
  await app.button('Step back').click();
  const back = await app.step();
  await app.slider.press('ArrowRight');
  await expect.poll(() => app.step()).toBe(next);
  await app.slider.press('ArrowLeft');
  await expect.poll(() => app.step()).toBe(back);
  await app.slider.press('End');
  await expect.poll(() => app.step()).toBe(last);
});

warm('keys step, jump and play, but not while one types', async ({ app }) => {
  const { page } = app;
  await app.look();
  await app.button('Theme').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => app.step()).toBe(0);
  await page.keyboard.press('ArrowRight');
  const first = await app.step();
  expect(first).toBeGreaterThan(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => app.step()).toBe(first);
  await page.keyboard.press('End');
  await expect.poll(() => app.step()).toBe(Number(await app.slider.getAttribute('aria-valuemax')));

  await app.region('Program').getByRole('textbox').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => app.step()).toBe(Number(await app.slider.getAttribute('aria-valuemax')));

  await app.button('Theme').focus();
  await page.keyboard.press('Home');
  await page.getByRole('tree', { name: 'Tasks' }).or(app.slider).first().focus();
  await page.keyboard.press('Space');
  await expect(app.button('Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(app.button('Play')).toBeVisible();

  await warm.step('Space plays after a press of the pointer, too; on a button that was reached by key it presses that', async () => {
    for (const press of [() => app.button('Step forward').click(), () => app.speed('2 steps/s')]) {
      await press();
      await page.keyboard.press('Space');
      await expect(app.button('Pause')).toBeVisible();
      await page.keyboard.press('Space');
      await expect(app.button('Play')).toBeVisible();
    }
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: /^Speed/ })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
  });
});

warm('Play goes on by itself to the end', async ({ app }) => {
  await app.look();
  await app.stepSize('Line');
  await app.button('First step').click();
  await app.button('Play').click();
  await expect(app.button('Pause')).toBeVisible();
  await app.speed('30 steps/s');
  await expect(app.button('Play')).toBeVisible();
  expect(await app.step()).toBe(Number(await app.slider.getAttribute('aria-valuemax')));
  await app.speed('2 steps/s');
});

warm('Ctrl+Enter runs from inside the editor', async ({ app }) => {
  await app.choose('My program');
  await app.paste('print("from the editor")\n');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(app.console).toContainText('from the editor');
});

warm('a second run does not load Python again', async ({ app }) => {
  await app.record('print("one")\n');
  await expect(app.console).toContainText('one');
  await expect(app.status).toHaveText('Ready');
  await app.paste('print("two")\n');
  const began = Date.now();
  await app.button('Run').click();
  await expect(app.console).toContainText('two');
  expect(Date.now() - began).toBeLessThan(4_000);
});

warm('a task is selected in every panel', async ({ app }) => {
  await app.look();
  const chip = app.lane('Timers').first().getByRole('button');
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  const [label] = (await chip.innerText()).split('\n');
  const row = app.task(label ?? '');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await row.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
});
