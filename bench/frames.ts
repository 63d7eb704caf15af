import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { locateChromium } from '../scripts/chromium';
import type { Pace } from '../src/app/store/pace';
import { paceLabel } from '../src/app/transport/paces';
import { encodeRecording } from '../src/model/file';
import { RecordingBuilder } from '../src/model/recording';
import { DEFAULT_CONDITIONS, type Program } from '../src/model/scenario';
import { startInterpreter } from '../src/python/node-python';
import { TWENTY_TASKS, TWO_HUNDRED_TASKS } from './frame-programs';
import { frameWork, TRACE_CATEGORIES } from './frame-trace';
import type { Row } from './row';
import { framesPassed, steadyFrames } from './steady-frames';

const TARGET_MS = 16;
/** The frames that are played before one measures: in them the page's code is still being compiled. */
const WARM_UP = 180;
const MEASURED = 480;
/** The frames of the whole in five seconds; fewer by some, because after its end there are no more to wait for. */
const WHOLE = 290;
/** How often each playing is measured, in turn, each time on a new page. */
const ROUNDS = 3;

/** A way of playing that is measured. */
interface Playing {
  readonly program: Program;
  readonly stepSize: 'line' | 'taskSwitch';
  readonly pace: Pace;
  /** Whether it has to stay below the target; else its figure is only to be known. */
  readonly counts: boolean;
}

const PLAYINGS: readonly Playing[] = [
  { program: TWENTY_TASKS, stepSize: 'line', pace: { by: 'steps', speed: 60 }, counts: true },
  { program: TWENTY_TASKS, stepSize: 'taskSwitch', pace: { by: 'steps', speed: 60 }, counts: true },
  { program: TWENTY_TASKS, stepSize: 'line', pace: { by: 'steps', speed: 'whole' }, counts: true },
  { program: TWO_HUNDRED_TASKS, stepSize: 'taskSwitch', pace: { by: 'steps', speed: 60 }, counts: false },
];

/**
 * How long the page's main thread works for a frame while a recording plays, in the built page in Chromium: in CPU time, and with the same
 * steps in the same frames on every machine.
 */
export async function benchFrames(): Promise<readonly Row[]> {
  const executablePath = locateChromium();
  if (executablePath === undefined) {
    return [
      { what: 'frames while playing: not measured, there is no Chromium (npm run e2e installs one)', figure: '–', target: '', ok: true },
    ];
  }
  // Before all else, so that nothing but the page is at work when it is measured.
  const measured: { readonly playing: Playing; readonly recording: RecordedProgram; readonly rounds: (readonly number[])[] }[] = [];
  for (const playing of PLAYINGS) measured.push({ playing, recording: await recorded(playing.program), rounds: [] });
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { port: 41_740, strictPort: false } });
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const address = `${server.resolvedUrls?.local[0] ?? ''}?recording=bench.loopscope&step=0`;
    for (let round = 0; round < ROUNDS; round++) {
      for (const { playing, recording, rounds } of measured) rounds.push(await framesOf(browser, address, recording.file, playing));
    }
    return measured.flatMap(({ playing, recording, rounds }) => rowsOf(playing, recording.events, leastDisturbed(rounds)));
  } finally {
    await browser.close();
    await server.close();
  }
}

interface RecordedProgram {
  readonly file: Uint8Array;
  readonly events: number;
}

async function recorded(program: Program): Promise<RecordedProgram> {
  const builder = new RecordingBuilder(program, DEFAULT_CONDITIONS);
  const interpreter = await startInterpreter();
  interpreter.run(interpreter.place(program), DEFAULT_CONDITIONS, (chunk) => builder.append(chunk));
  const recording = builder.recording();
  return { file: await encodeRecording(recording), events: recording.length };
}

async function framesOf(browser: Browser, address: string, file: Uint8Array, { stepSize, pace }: Playing): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await steadyFrames(page);
    await page.addInitScript((preferences) => localStorage.setItem('loopscope.preferences', JSON.stringify(preferences)), {
      version: 1,
      theme: 'light',
      layout: {},
      stepSize,
      pace,
    });
    await page.route('**/bench.loopscope', (route) => route.fulfill({ body: Buffer.from(file) }));
    await page.goto(address, { timeout: 120_000 });
    // Python is loaded by then and works no more.
    await page.getByRole('status').filter({ hasText: 'Ready' }).waitFor({ timeout: 120_000 });
    await page.getByRole('region', { name: 'Program' }).getByRole('textbox').waitFor({ timeout: 120_000 });
    const play = page.getByRole('button', { name: 'Play', exact: true });
    // The whole's first playing counts, with what loading left behind.
    if (pace.speed === 'whole') {
      const middle = await middleOf(play);
      return frameWork(
        await traceOf(page, async () => {
          await page.mouse.click(middle.x, middle.y);
          await framesPassed(page, WHOLE);
        }),
      );
    }
    await play.click();
    await framesPassed(page, WARM_UP);
    return frameWork(await traceOf(page, () => framesPassed(page, MEASURED)));
  } finally {
    await page.close();
  }
}

/** Where to click: to look an element up by its name is work of the page's, and must not fall into the measured time. */
async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('the button to play with is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function traceOf(page: Page, measured: () => Promise<void>): Promise<readonly unknown[]> {
  const session = await page.context().newCDPSession(page);
  const events: unknown[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: TRACE_CATEGORIES } });
  await measured();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  return events;
}

const shareOf = (frames: readonly number[], share: number): number => {
  const sorted = frames.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** The round whose median is the lowest, with all its slow frames: what else goes on on a machine slows all frames of a round. */
const leastDisturbed = (rounds: readonly (readonly number[])[]): readonly number[] =>
  rounds.toSorted((a, b) => shareOf(a, 0.5) - shareOf(b, 0.5))[0] ?? [];

function rowsOf({ stepSize, pace, counts }: Playing, events: number, frames: readonly number[]): readonly Row[] {
  const at = (share: number): number => shareOf(frames, share);
  const by = stepSize === 'line' ? 'line' : 'task switch';
  const what = `playing ${events.toLocaleString('en')} events by ${by}, ${paceLabel(pace)}: a frame's CPU time (of ${frames.length}), median`;
  return [
    { what, figure: `${at(0.5).toFixed(1)} ms`, target: '', ok: true },
    {
      what: 'the same, p95',
      figure: `${at(0.95).toFixed(1)} ms`,
      target: counts ? `< ${TARGET_MS} ms` : '',
      ok: !counts || at(0.95) < TARGET_MS,
    },
  ];
}
