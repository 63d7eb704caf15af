import { expect, type Locator } from '@playwright/test';
import { test, warm } from './app';
import { COLOURS, findings } from './findings';
import { CROWD } from './programs';

const REGIONS = ['Program', 'Explanation', 'Event loop', 'Tasks', 'Resources', 'Console', 'Timeline'];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];
const TELEPHONE = { width: 390, height: 844 };
const NARROW_SIZES = [
  { width: 768, height: 1024 },
  { width: 360, height: 640 },
];

warm('at 1440×900 and 1024×768 all panels are side by side, and axe finds nothing in either theme', async ({ app }) => {
  const { page } = app;
  await app.look();
  await app.region('Program').getByRole('textbox').focus();
  for (const key of ['ControlOrMeta+Home', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  // The word at the caret, where it occurs.
  await expect(page.locator('.wordHighlightText').first()).toBeAttached();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expect(app.tasks.first()).toBeVisible();
    for (const name of REGIONS) await expect(app.region(name)).toBeInViewport();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      expect(await findings(app, undefined, colorScheme === 'light' ? [] : COLOURS)).toEqual([]);
    }
  }
});

test('up to 768×1024 each panel is behind a tab, nothing is cut off, and axe finds nothing on a telephone', async ({ app, page }) => {
  await page.setViewportSize(TELEPHONE);
  await app.open();
  await expect(app.slider).toHaveAttribute('aria-valuetext', /^step/);
  for (const size of [TELEPHONE, ...NARROW_SIZES]) {
    await page.setViewportSize(size);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      const panel = page.getByRole('tabpanel').getByRole('region').first();
      await expect(panel).toBeInViewport();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      if (size === TELEPHONE) expect(await findings(app)).toEqual([]);
    }
    for (const name of ['First step', 'Step back', 'Play', 'Step forward', 'Last step', 'Run'])
      await expect(app.button(name)).toBeInViewport();
  }
});

test('menus and tooltips are clean, too, and no panel cuts off its menu', async ({ app, page }) => {
  await app.open();
  await page.getByRole('banner').getByRole('button').first().click();
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await findings(app)).toEqual([]);
  await page.keyboard.press('Escape');
  await app.look();
  for (const menu of ['Which tasks', 'Whose output']) {
    await page.getByRole('button', { name: menu }).click();
    // Would be pressed, were it not a trial: nothing lies over it.
    for (const choice of await page.getByRole('menuitemradio').all()) await choice.click({ trial: true });
    await page.keyboard.press('Escape');
  }
  await app.button('First step').focus();
  await expect(page.getByRole('tooltip')).toBeVisible();
});

test('the page cannot be moved out of its window', async ({ app, page }) => {
  await app.open();
  const moved = await page.locator('[data-group]').evaluateAll((groups) =>
    groups.map((group) => {
      group.scrollTo(9, 9);
      return group.scrollLeft + group.scrollTop;
    }),
  );
  expect(moved.length).toBeGreaterThan(2);
  expect(moved.filter((by) => by !== 0)).toEqual([]);
});

test('a selected task stays in sight when its details take the lower part of the list', async ({ app, page }) => {
  await app.open();
  await app.button('Last step').click();
  await app.task('fetch-4').click();
  await expect(page.getByRole('region', { name: 'Details of fetch-4' })).toBeVisible();
  await expect(app.task('fetch-4')).toBeInViewport({ ratio: 0.9 });
  // The keys go on from there, and a screen reader hears it: the tree has the focus, and says which row.
  const tree = page.getByRole('tree', { name: 'Tasks' });
  await expect(tree).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(tree).toHaveAttribute('aria-activedescendant', (await app.task('fetch-3').getAttribute('id')) ?? '');
});

warm('two hundred tasks are a list that scrolls, with no more rows than are in sight', async ({ app }) => {
  await app.record(CROWD);
  await app.button('Last step').click();
  await expect(app.region('Tasks')).toContainText(/20\d/);
  expect(await app.tasks.count()).toBeLessThan(60);
  await app.page.getByRole('tree', { name: 'Tasks' }).focus();
  for (let i = 0; i < 3; i++) await app.page.keyboard.press('PageDown');
  await expect(app.page.getByRole('tree', { name: 'Tasks' })).toHaveAttribute('aria-activedescendant', /.+/);
  await expect(app.task('guest-29')).toBeInViewport();

  // Nobody searches or scrolls while it rushes: not even the next rows are drawn then.
  await app.button('First step').click();
  await app.speed('100 steps/s');
  await app.button('Play').click();
  await expect(app.region('Tasks')).toContainText(/20\d/);
  const passing = await app.tasks.count();
  await app.button('Pause').click();
  await expect.poll(() => app.tasks.count()).toBeGreaterThan(passing);
  await app.speed('2 steps/s');

  // The graph of them opens where main is, or who is selected.
  await app.stepSize('Loop turn');
  await app.button('First step').click();
  for (let turn = 0; turn < 3; turn++) await app.button('Step forward').click();
  const node = (label: string) =>
    app.page.getByRole('list', { name: 'Who waits for whom' }).getByRole('button', { name: new RegExp(`^${label} `) });
  await app.button('Show as graph').click();
  await expect(node('main')).toBeInViewport();
  await app.button('Show as graph').click();
  await app.task('guest-4').click();
  await app.button('Show as graph').click();
  await expect(node('guest-4')).toHaveAttribute('aria-pressed', 'true');
  await expect(node('guest-4')).toBeInViewport();
  await app.button('Show as graph').click();

  // Many chips make their lane as high as they are, and lie over no other one.
  await app.page.setViewportSize(TELEPHONE);
  await app.page.getByRole('tab', { name: 'Loop' }).click();
  await app.button('Step back').click();
  await expect.poll(() => app.lane('Ready queue').count()).toBeGreaterThan(30);
  const overlaps = () =>
    app.page.locator('[data-lane]').evaluateAll((lanes) => {
      const bottomOf = (lane: Element) => Math.max(...[...lane.querySelectorAll('li')].map((chip) => chip.getBoundingClientRect().bottom));
      return lanes.slice(1).filter((lane, before) => bottomOf(lanes[before] ?? lane) > lane.getBoundingClientRect().top).length;
    });
  await expect.poll(overlaps).toBe(0);
});

/** The most that counts as a page that keeps still: https://web.dev/articles/cls */
const GOOD_SHIFT = 0.1;

test('panels keep their places while it plays, and little moves in them', async ({ app, page }) => {
  await app.open();
  await app.stepSize('Line');
  await app.speed('100 steps/s');
  await app.button('First step').click();
  const boxes = () =>
    Promise.all([...REGIONS.map((name) => app.region(name)), app.slider.locator('xpath=../..')].map((place) => place.boundingBox()));
  const before = await boxes();
  // What the browser itself calls shifts of layout: rows come and go within the panels, and the slider's thumb moves.
  await page.evaluate(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && 'shifted' in window) window.shifted = Number(window.shifted) + Number(entry.value);
      }
    }).observe({ type: 'layout-shift' });
  });
  await app.button('Play').click();
  await expect.poll(() => app.step()).toBeGreaterThan(150);
  expect(await boxes()).toEqual(before);
  expect(await page.evaluate(() => ('shifted' in window ? window.shifted : null))).toBeLessThan(GOOD_SHIFT);
});

const UNEVEN_TIMES = `import asyncio, random


async def guest(n):
    await asyncio.sleep(random.random())
    print(n, "was here, and stays long enough to fill the line")


async def main():
    await asyncio.gather(*(guest(n) for n in range(3)))


asyncio.run(main())
`;

warm('times to the nanosecond and a selected task leave each other room on a telephone', async ({ app }) => {
  const { page } = app;
  await app.record(UNEVEN_TIMES);
  await app.button('Last step').click();
  await app.tasks.filter({ hasText: 'guest-1' }).first().click();
  await page.setViewportSize(TELEPHONE);
  const besideEachOther = async (places: readonly Locator[]) => {
    let end = 0;
    for (const place of places) {
      const box = await place.boundingBox();
      if (box === null) throw new Error(`not drawn: ${place}`);
      expect(box.x).toBeGreaterThanOrEqual(end);
      end = box.x + box.width;
    }
    expect(end).toBeLessThanOrEqual(TELEPHONE.width);
  };
  const follow = app.button('Follow guest-1');
  await expect(follow).toBeVisible();
  await besideEachOther([follow, app.button('Ctrl+C'), app.button('Go to')]);
  await besideEachOther([page.getByText(/^step /), page.getByText(/^t = /), page.getByRole('button', { name: /^Speed/ })]);
  await page.getByRole('tab', { name: 'Console' }).click();
  const [clock, writer, text] = await app.console.locator('[data-step]').first().locator('> *').all();
  if (clock === undefined || writer === undefined || text === undefined)
    throw new Error('a line of output has a time, a writer and a text');
  await expect(clock).toHaveAttribute('title', /^At \d\.\d{7,9} s; go to step/);
  await besideEachOther([clock, writer, text]);
});

test('an example opened at its last step shows the last line that was printed, and on a telephone the loop shows each timer whole', async ({
  app,
  page,
}) => {
  await page.route('**/pyodide/**', () => undefined);
  for (const slug of ['thread-offload', 'rate-limited-crawler']) {
    await page.goto(`./?example=${slug}&step=999999`);
    await expect(app.slider).toHaveAttribute('aria-valuetext', /^step (\d+) of \1,/);
    await expect(app.console.locator('[data-step]').last()).toBeInViewport({ ratio: 0.95 });
  }
  await page.setViewportSize(TELEPHONE);
  await page.goto('./?example=rate-limited-crawler&step=105');
  await page.getByRole('tab', { name: 'Loop' }).click();
  const timers = app.lane('Timers');
  await expect(timers).toHaveCount(2);
  for (const timer of await timers.all()) await expect(timer).toBeInViewport({ ratio: 1 });
  await expect(app.region('Event loop')).toContainText('next: wait until 0.300 s for the timer of fetch-1');
});
