import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { locateChromium } from '../scripts/chromium';
import type { Pace } from '../src/app/store/pace';
import { paceLabel } from '../src/app/transport/paces';
import { encodeRecording } from '../src/model/file';
import { RecordingBuilder } from '../src/model/recording';
import { DEFAULT_CONDITIONS, type Program } from '../src/model/scenario';
import { startInterpreter } from '../src/python/node-python';
import { frameWork, TRACE_CATEGORIES } from './frame-trace';
import type { Row } from './row';

const TARGET_MS = 16;
/** What is played before one measures: in it the page's code is still being compiled. */
const WARM_UP_MS = 3_000;
const MEASURED_MS = 8_000;
/** Playing all of it takes five seconds, and the first of them count. */
const WHOLE_MS = 5_500;

/** Two hundred tasks that share a semaphore and hand items through a queue: more than 30,000 events. */
const PROGRAM: Program = {
  files: [
    {
      path: 'main.py',
      text: `import asyncio


async def worker(number, semaphore, queue):
    for step in range(4):
        async with semaphore:
            await asyncio.sleep(0.001 * (number % 7 + 1))
        await queue.put(number * 10 + step)


async def consumer(queue):
    while True:
        item = await queue.get()
        if item % 10 == 3:
            print("worker", item // 10, "is through")
        queue.task_done()


async def main():
    semaphore = asyncio.Semaphore(20)
    queue = asyncio.Queue(maxsize=10)
    drain = asyncio.create_task(consumer(queue))
    async with asyncio.TaskGroup() as group:
        for number in range(200):
            group.create_task(worker(number, semaphore, queue))
    await queue.join()
    drain.cancel()


asyncio.run(main())
`,
    },
  ],
};

/** A way of playing that is measured. */
interface Playing {
  readonly stepSize: 'line' | 'taskSwitch';
  readonly pace: Pace;
}

const PLAYINGS: readonly Playing[] = [
  { stepSize: 'line', pace: { by: 'steps', speed: 60 } },
  { stepSize: 'taskSwitch', pace: { by: 'steps', speed: 60 } },
  { stepSize: 'line', pace: { by: 'steps', speed: 'whole' } },
];

/** How long the page's main thread works for a frame while a recording plays, in the built page in Chromium. */
export async function benchFrames(): Promise<readonly Row[]> {
  const executablePath = locateChromium();
  if (executablePath === undefined) {
    return [
      { what: 'frames while playing: not measured, there is no Chromium (npm run e2e installs one)', figure: '–', target: '', ok: true },
    ];
  }
  const { file, events } = await recorded();
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { port: 41_740, strictPort: false } });
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const rows: Row[] = [];
    const address = `${server.resolvedUrls?.local[0] ?? ''}?recording=bench.loopscope&step=0`;
    for (const playing of PLAYINGS) rows.push(...rowsOf(playing, events, await framesOf(browser, address, file, playing)));
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function recorded(): Promise<{ readonly file: Uint8Array; readonly events: number }> {
  const builder = new RecordingBuilder(PROGRAM, DEFAULT_CONDITIONS);
  const interpreter = await startInterpreter();
  interpreter.run(interpreter.place(PROGRAM), DEFAULT_CONDITIONS, (chunk) => builder.append(chunk));
  const recording = builder.recording();
  return { file: await encodeRecording(recording), events: recording.length };
}

async function framesOf(browser: Browser, address: string, file: Uint8Array, playing: Playing): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.addInitScript((preferences) => localStorage.setItem('loopscope.preferences', JSON.stringify(preferences)), {
      version: 1,
      theme: 'light',
      layout: {},
      ...playing,
    });
    await page.route('**/bench.loopscope', (route) => route.fulfill({ body: Buffer.from(file) }));
    await page.goto(address);
    // Python is loaded by then and works no more.
    await page.getByRole('status').filter({ hasText: 'Ready' }).waitFor({ timeout: 120_000 });
    await page.getByRole('region', { name: 'Program' }).getByRole('textbox').waitFor();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    if (playing.pace.speed === 'whole') return frameWork(await traceOf(page, WHOLE_MS));
    await page.waitForTimeout(WARM_UP_MS);
    return frameWork(await traceOf(page, MEASURED_MS));
  } finally {
    await page.close();
  }
}

async function traceOf(page: Page, milliseconds: number): Promise<readonly unknown[]> {
  const session = await page.context().newCDPSession(page);
  const events: unknown[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: TRACE_CATEGORIES } });
  await page.waitForTimeout(milliseconds);
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  return events;
}

function rowsOf({ stepSize, pace }: Playing, events: number, frames: readonly number[]): readonly Row[] {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const by = stepSize === 'line' ? 'line' : 'task switch';
  const what = `playing ${events.toLocaleString('en')} events by ${by}, ${paceLabel(pace)}: a frame's work (of ${sorted.length}), median`;
  return [
    { what, figure: `${at(0.5).toFixed(1)} ms`, target: '', ok: true },
    { what: 'the same, p95', figure: `${at(0.95).toFixed(1)} ms`, target: `< ${TARGET_MS} ms`, ok: at(0.95) < TARGET_MS },
  ];
}
