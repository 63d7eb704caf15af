import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { decodeRecording } from '../src/model/file';
import { RecordingIndex } from '../src/model/index/recording-index';
import { asStep } from '../src/model/units';
import { WORDS } from '../src/model/vocabulary';
import type { World } from '../src/model/world';
import { worldAt } from '../src/model/world-at';
import { type LoopscopePage, test } from './app';
import { EVERY_RESOURCE, EVERY_SCOPE } from './programs';
import { briefly, expectedWorld, shownWorld } from './shownWorld';

/** The steps of each program at which all is compared: so many spread over it, and where something is seen first that no other program has. */
const SPREAD = 4;

/** What there is to be seen in a world: states, kinds of resources with somebody waiting or holding, kinds of open scopes, threads. */
const sightsOf = ({ tasks, resources, scopes, threads }: World): readonly string[] => [
  ...tasks.map(({ state }) => state),
  ...resources.flatMap(({ kind, waiters }) => (waiters.length > 0 ? [kind, `${kind} with waiters`] : [kind])),
  ...scopes.filter(({ ended }) => ended === null).map(({ kind }) => kind),
  ...threads.map(({ state }) => `${state} thread`),
];

const ALL_SIGHTS = [
  ...['ready', 'running', 'sleeping', 'waiting', 'io', 'blocking', 'done', 'failed', 'cancelled'],
  ...WORDS.resourceKind,
  ...WORDS.scopeKind,
  ...['Lock', 'Event', 'Condition', 'Semaphore', 'Barrier', 'Queue', 'ConnectionPool'].map((kind) => `${kind} with waiters`),
  'sleeping thread',
];

/** The first steps of a recording at which something is to be seen that is not among `seen`, to which it is added. */
function newSights(index: RecordingIndex, seen: Set<string>): readonly number[] {
  const steps: number[] = [];
  for (let step = 0; step <= index.length; step++) {
    const news = sightsOf(worldAt(index, asStep(step))).filter((sight) => !seen.has(sight));
    if (news.length > 0) steps.push(step);
    for (const sight of news) seen.add(sight);
  }
  return steps;
}

/** Presses the slider about where a step is. */
async function travelNear(app: LoopscopePage, step: number, length: number): Promise<void> {
  const box = await app.slider.locator('xpath=../..').boundingBox();
  if (box === null) throw new Error('the slider is not on screen');
  const thumb = 16;
  const x = thumb / 2 + ((box.width - thumb) * step) / length;
  await app.page.mouse.click(box.x + x, box.y + box.height / 2);
}

/** Goes to a step: there about by the slider, which has the focus then, and the rest by arrow keys, event by event. */
async function travel(app: LoopscopePage, step: number, length: number): Promise<void> {
  await travelNear(app, step, length);
  for (let here = await app.step(); here !== step; here = await app.step()) {
    await app.page.keyboard.press(here < step ? 'Shift+ArrowRight' : 'Shift+ArrowLeft');
  }
}

/** Compares what the panels show with the recording at many of its steps. */
async function compare(app: LoopscopePage, bytes: Uint8Array, seen: Set<string>, what: string): Promise<void> {
  const index = new RecordingIndex(await decodeRecording(bytes));
  await expect(app.slider, what).toHaveAttribute('aria-valuemax', String(index.length));
  const compareHere = async (): Promise<void> => {
    const step = await app.step();
    const expected = expectedWorld(index, asStep(step));
    await expect.poll(async () => briefly(await shownWorld(app.page), expected), `${what}, step ${step}`).toEqual(expected);
  };
  for (let part = 0; part < SPREAD; part++) {
    await travelNear(app, (index.length * part) / (SPREAD - 1), index.length);
    await compareHere();
  }
  for (const step of newSights(index, seen)) {
    await travel(app, step, index.length);
    await compareHere();
  }
}

/** Records a program without a page. */
async function recorded(text: string, path: string): Promise<Uint8Array> {
  await writeFile(`${path}.py`, text);
  await promisify(execFile)('npx', ['tsx', 'src/cli/main.ts', 'record', `${path}.py`, '-o', path]);
  return readFile(path);
}

test('each example opens with its recording, and the panels show its world, as in programs with every resource, scope and state', async ({
  app,
  page,
}, info) => {
  test.slow();
  const seen = new Set<string>();
  const own = Promise.all([EVERY_RESOURCE, EVERY_SCOPE].map((text, i) => recorded(text, info.outputPath(`own-${i}.loopscope`))));
  await app.open();
  const menu = page.getByRole('banner').getByRole('button').first();
  await menu.click();
  await expect(page.getByRole('menu')).toBeVisible();
  const titles = await page.getByRole('menuitemradio').evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''));
  await page.keyboard.press('Escape');
  const examples: readonly { title: string; slug: string }[] = JSON.parse(await readFile('src/content/examples/index.json', 'utf8'));
  expect(titles.toSorted()).toEqual(['My program', ...examples.map(({ title }) => title)].toSorted());
  for (const { title, slug } of examples) {
    await app.choose(title);
    await expect(menu, title).toHaveText(title);
    await expect(app.slider, title).toHaveAttribute('aria-valuetext', /^step \d+ of \d+, t = /);
    await expect(app.tasks.first(), title).toBeVisible();
    await compare(app, await (await page.request.get(`examples/${slug}.loopscope`)).body(), seen, title);
  }
  for (const [position, bytes] of (await own).entries()) {
    await page.route('**/own.loopscope', (route) => route.fulfill({ body: Buffer.from(bytes) }));
    await page.goto('./?recording=own.loopscope');
    await compare(app, bytes, seen, `own program ${position + 1}`);
    await page.unroute('**/own.loopscope');
  }
  expect(ALL_SIGHTS.filter((sight) => !seen.has(sight))).toEqual([]);
});
