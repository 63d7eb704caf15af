import { cpus } from 'node:os';
import { benchFrames } from './frames';
import { benchRecording } from './recording';
import type { Row } from './row';
import { formatTable } from './table';
import { benchTimeline } from './timeline';
import { benchWorld } from './world';

const TABLES = { recording: benchRecording, world: benchWorld, timeline: benchTimeline, frames: benchFrames };
type Table = keyof typeof TABLES;
const isTable = (name: string): name is Table => name in TABLES;

/**
 * `npm run bench`: measures everything and prints it beside its targets; `npm run bench -- frames world` only what is named. Ratios are of
 * things measured in one run, on one machine.
 */
const [processor] = cpus();
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !isTable(name));
if (unknown !== undefined) {
  process.stderr.write(`bench: there is no ${unknown} to measure, only ${Object.keys(TABLES).join(', ')}\n`);
  process.exit(2);
}
process.stdout.write(`Node ${process.version}, ${cpus().length} × ${processor?.model ?? 'unknown processor'}\n\n`);
const rows: Row[] = [];
for (const name of asked.length === 0 ? Object.keys(TABLES) : asked) if (isTable(name)) rows.push(...(await TABLES[name]()));
process.stdout.write(`${formatTable(rows)}\n`);
