import { expect, type Locator, type Page } from '@playwright/test';
import { type LoopscopePage, warm } from './app';

const PROGRAM = `import asyncio

lock = asyncio.Lock()


async def worker(name):
    async with lock:
        print(name, "has the lock")
        await asyncio.sleep(0.1)


async def main():
    a = asyncio.create_task(worker("a"))
    b = asyncio.create_task(worker("b"))
    await a
    await b
    raise ValueError("all is told")


asyncio.run(main())
`;

/** The keyboard. After each key something has the focus, and shows it. */
class Keys {
  private readonly page: Page;

  constructor({ page }: LoopscopePage) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await expect(this.page.locator(':focus-visible'), `what has the focus after ${key}`).toHaveCount(1);
    }
  }

  /** Presses a key until something has the focus. */
  async walkTo(place: Locator, key = 'Tab'): Promise<void> {
    await expect(place).toBeVisible();
    for (let presses = 0; presses < 60; presses++) {
      if (await place.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    await expect(place).toBeFocused();
  }

  /** Opens the palette, looks for something and chooses what is found first. */
  async find(text: string): Promise<void> {
    const palette = this.page.getByRole('dialog', { name: 'Find anything' });
    await this.press('ControlOrMeta+K');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await this.page.keyboard.insertText(text);
    await expect(palette.getByRole('option').first()).toContainText(text.replace(':', ''));
    await this.press('Enter');
    await expect(palette).toBeHidden();
  }
}

warm('the whole page is used with nothing but the keyboard', async ({ app }) => {
  warm.slow();
  const { page } = app;
  const keys = new Keys(app);
  const text = app.region('Program').getByRole('textbox');
  const explanation = app.region('Explanation');
  const panel = (name: string) => page.locator(`[data-panel-name="${name}"]`);

  await warm.step('an example is found and looked at', async () => {
    await keys.find('Semaphore');
    await expect(app.region('Program')).toContainText('café');
    await expect(text).toBeFocused();
    await expect(app.slider).toHaveAttribute('aria-valuetext', /^step \d+ of/);
  });

  await warm.step('a program is written and run', async () => {
    await keys.find('My program');
    await expect(text).toBeFocused();
    await page.evaluate((program) => navigator.clipboard.writeText(program), PROGRAM);
    await keys.press('ControlOrMeta+A', 'ControlOrMeta+V', 'ControlOrMeta+Enter');
    await expect(app.outcome).toContainText('all is told');
    await expect(app.console).toContainText('b has the lock');
    await expect(text).toBeFocused();
  });

  await warm.step('F6 goes from panel to panel, round and back', async () => {
    for (const name of ['Console', 'Problems', 'Explanation', 'Event loop', 'Tasks', 'Resources', 'World']) {
      await keys.press('F6');
      const focused = panel(name).and(page.locator(':focus')).or(panel(name).locator(':focus'));
      await expect(focused).toHaveCount(1);
      // Its ring lies inside: the layers of other panels would cover one around it.
      await expect(focused).toHaveCSS('outline-offset', '-2px');
    }
    await keys.press('F6');
    await expect(app.slider).toBeFocused();
    await keys.press('F6', 'F6');
    await expect(text).toBeFocused();
    await keys.press('Shift+F6', 'Shift+F6');
    await expect(app.slider).toBeFocused();
    await keys.press('Shift+F6');
    await expect(panel('World')).toBeFocused();
  });

  await warm.step('one steps by line, task switch and loop turn, forth and back, to the ends', async () => {
    for (const [key, size] of [
      ['1', 'Line'],
      ['2', 'Task switch'],
      ['3', 'Loop turn'],
    ] as const) {
      await keys.press(key);
      await expect(page.getByRole('radio', { name: size })).toBeChecked();
      await keys.press('Home');
      await expect.poll(() => app.step()).toBe(0);
      await keys.press('ArrowRight', 'ArrowRight');
      const second = await app.step();
      await keys.press('ArrowRight');
      await expect.poll(() => app.step()).toBeGreaterThan(second);
      await keys.press('ArrowLeft');
      await expect.poll(() => app.step()).toBe(second);
    }
    await keys.press('End');
    await expect(explanation).toContainText(/end/i);
    await keys.press('2', 'Home');
  });

  await warm.step('it is played, faster, and paused', async () => {
    await keys.press('Space');
    await expect(app.button('Pause')).toBeVisible();
    await keys.press('.');
    await expect(app.button('Speed, 5 steps/s')).toBeVisible();
    await keys.press(',');
    await expect(app.button('Speed, 2 steps/s')).toBeVisible();
    await keys.press('Space');
    await expect(app.button('Play')).toBeVisible();
  });

  await warm.step('a task is chosen in the tree and followed; its details are closed', async () => {
    await keys.press('End');
    await keys.walkTo(page.getByRole('tree', { name: 'Tasks' }), 'Shift+F6');
    await keys.press('ArrowDown', 'ArrowDown', 'Enter');
    await expect(app.task('worker-1')).toHaveAttribute('aria-selected', 'true');
    await keys.press('F');
    await expect(app.button('Follow worker-1')).toHaveAttribute('aria-pressed', 'true');
    await keys.press('Home', 'ArrowRight');
    await expect(app.lane('Running now')).toHaveText([/^worker-1/]);
    await keys.press('ArrowRight');
    await expect(app.lane('Running now')).toHaveText([/^worker-1/]);
    await keys.press('F');
    await keys.walkTo(app.button('Close details'));
    await keys.press('Enter');
    await expect(app.button('Close details')).toBeHidden();
    await expect(panel('Tasks')).toBeFocused();
  });

  await warm.step('a chip is pressed, and goes; its panel keeps the focus', async () => {
    await keys.press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    const chip = app.lane('Timers').getByRole('button');
    await keys.walkTo(chip, 'Shift+Tab');
    await keys.press('Enter');
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    await keys.press('End');
    await expect(panel('Event loop')).toBeFocused();
  });

  await warm.step('one jumps to exceptions, output and problems, and what is not there is said', async () => {
    await keys.press('Home', 'O');
    await expect(explanation).toContainText('a has the lock');
    await keys.press('O');
    await expect(explanation).toContainText('b has the lock');
    await keys.press('Shift+O');
    await expect(explanation).toContainText('a has the lock');
    await keys.press('E');
    await expect(explanation).toContainText('all is told');
    await keys.press('Home', 'P');
    await expect(page.getByText('No problem after this step.').first()).toBeVisible();
    await keys.press('R');
    await expect(page.getByText('Select a resource to jump to its changes.').first()).toBeVisible();
  });

  await warm.step('a resource is found, and what changed it; a task; a line', async () => {
    await keys.find('lock');
    await expect(panel('Resources')).toBeFocused();
    await expect(app.resource('lock, Lock').getByRole('button', { name: 'lock', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await expect(async () => {
      await keys.press('R');
      await expect(app.resource('lock, Lock')).toContainText('worker-1 took it', { timeout: 500 });
    }).toPass();
    await keys.find('worker-2');
    await expect(app.task('worker-2')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tree', { name: 'Tasks' })).toBeFocused();
    await keys.find(':9');
    await expect(text).toBeFocused();
  });

  await warm.step('a breakpoint is set on the line and run to', async () => {
    await keys.press('F9');
    await keys.press('F6', 'Home', 'F8');
    await expect(explanation).toContainText('main.py:9');
    const step = await app.step();
    await keys.press('F8');
    await expect.poll(() => app.step()).toBeGreaterThan(step);
    await keys.press('Shift+F8');
    await expect.poll(() => app.step()).toBe(step);
  });

  await warm.step('the step gets a bookmark with a note; both lists are emptied again', async () => {
    const step = await app.step();
    await keys.press('B');
    await keys.walkTo(app.slider, 'F6');
    await keys.walkTo(app.button('Go to'));
    await keys.press('Enter');
    const list = page.getByRole('dialog', { name: 'Go to' });
    await keys.walkTo(list.getByRole('textbox', { name: `Note of step ${step}` }));
    await page.keyboard.insertText('a has it');
    await keys.press('Escape');
    await expect(list).toBeHidden();
    await expect(app.button('Go to')).toBeFocused();
    await keys.press('Home', 'N');
    await expect.poll(() => app.step()).toBe(step);
    await keys.find('a has it');
    await keys.press('Enter');
    await keys.walkTo(list.getByRole('button', { name: 'Remove the breakpoint on line 9' }));
    await keys.press('Enter');
    await expect(list).toBeFocused();
    await keys.walkTo(list.getByRole('button', { name: `Remove the bookmark of step ${step}` }));
    await keys.press('Enter');
    await expect(list).toContainText('A step one wants to find again');
    const toggle = list.getByRole('button', { name: 'Bookmark this step' });
    await keys.walkTo(toggle);
    await keys.press('Enter');
    await expect(list.getByRole('textbox', { name: `Note of step ${step}` })).toBeFocused();
    await keys.walkTo(toggle, 'Shift+Tab');
    await keys.press('Enter');
    await expect(list).toContainText('A step one wants to find again');
    await expect(toggle).toBeFocused();
    await keys.press('Escape');
  });

  await warm.step('a line of output leads to its step', async () => {
    await keys.press('Home');
    await keys.walkTo(panel('Console'), 'F6');
    await keys.walkTo(app.console.getByRole('button').nth(1));
    await keys.press('Enter');
    await expect(explanation).toContainText('b has the lock');
  });

  await warm.step('lanes and spans of the timeline are walked', async () => {
    const chart = app.region('Timeline').getByRole('application');
    await keys.walkTo(chart, 'Shift+F6');
    const said = app.region('Timeline').locator('[aria-live="polite"]');
    await keys.press('ArrowUp', 'ArrowUp', 'ArrowUp', 'Home');
    await expect(said.filter({ hasText: /main, / })).toHaveCount(1);
    await keys.press('ArrowDown', 'End');
    await expect(said.filter({ hasText: /worker-1, done/ })).toHaveCount(1);
    await keys.press('Enter');
    await expect(app.task('worker-1')).toHaveAccessibleName(/^worker-1 done/);
  });

  await warm.step('a panel is made wider, and folded', async () => {
    const width = async () => Math.round((await app.region('Program').boundingBox())?.width ?? 0);
    const before = await width();
    const divider = page.getByRole('separator', { name: 'Resize Program and Event loop' });
    await keys.walkTo(panel('Explanation'), 'F6');
    await keys.walkTo(divider, 'Shift+Tab');
    await keys.press('ArrowRight');
    await expect.poll(width).toBeGreaterThan(before);
    await keys.press('ArrowLeft');
    await expect.poll(width).toBe(before);
    await keys.walkTo(app.button('Collapse Event loop'));
    await keys.press('Enter');
    await expect(app.button('Expand Event loop')).toBeFocused();
    await expect(app.lane('Running now')).toBeHidden();
    await keys.press('Enter');
    await expect(app.button('Collapse Event loop')).toBeFocused();
  });

  await warm.step('the list of keys is read, the theme changed, a link shared', async () => {
    await keys.press('?');
    const list = page.getByRole('dialog', { name: 'Keys' });
    await expect(list).toBeFocused();
    await expect(list.getByText('Step back')).toBeInViewport();
    await keys.walkTo(list.getByRole('checkbox'));
    await expect(list.getByRole('checkbox')).toBeInViewport();
    await keys.press('Escape');
    await expect(list).toBeHidden();
    await expect(app.button('Collapse Event loop')).toBeFocused();
    for (const theme of ['dark', 'contrast', 'light']) {
      await keys.find('Theme');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    }
    const live = page.getByRole('button', { name: 'Live' });
    for (const pressed of ['true', 'false']) {
      await keys.find('Live');
      await expect(live).toHaveAttribute('aria-pressed', pressed);
    }
    await keys.find('Share a link to this');
    await expect(page.getByText('Link copied').first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#s=');
  });

  await warm.step('Ctrl+M lets Tab leave the text, for the banner about the end, which is closed', async () => {
    await keys.walkTo(text, 'F6');
    await keys.press('ControlOrMeta+M');
    await keys.walkTo(app.outcome.getByRole('button').last(), 'Shift+Tab');
    await keys.press('Enter');
    await expect(app.outcome).toBeEmpty();
    await keys.walkTo(text, 'F6');
    await keys.press('ControlOrMeta+M');
  });
});
