import { cpus } from 'node:os';
import { benchFrames } from './frames';
import { benchRecording } from './recording';
import { formatTable } from './table';
import { benchTimeline } from './timeline';
import { benchWorld } from './world';

/** `npm run bench`: measures everything and prints it beside its targets. Ratios are of things measured in one run, on one machine. */
const [processor] = cpus();
process.stdout.write(`Node ${process.version}, ${cpus().length} × ${processor?.model ?? 'unknown processor'}\n\n`);
const rows = [...(await benchRecording()), ...benchWorld(), ...benchTimeline(), ...(await benchFrames())];
process.stdout.write(`${formatTable(rows)}\n`);
