import { seededDice } from '../src/model/dice.test-support';
import { EventWriter } from '../src/model/event-writer.test-support';
import { RecordingIndex } from '../src/model/index/recording-index';
import { type Recording, RecordingBuilder } from '../src/model/recording';
import { DEFAULT_CONDITIONS } from '../src/model/scenario';
import { simulateProgram } from '../src/model/simulated-program.test-support';
import { asStep } from '../src/model/units';
import { worldAt } from '../src/model/world-at';
import type { Row } from './row';

const SIZE = { events: 1_000_000, tasks: 2_100, alive: 200, lines: true } as const;
const LOOKUPS = 1_000;
const ROUNDS = 3;
const CHUNK = 20_000;
const TARGET_MS = 4;
const TARGET_BYTES = 64;

/** How large a synthetic recording of a million events is with its index, and how long it takes to look up the whole world at a random step. */
export function benchWorld(): readonly Row[] {
  const recording = synthesize();
  const started = performance.now();
  const index = new RecordingIndex(recording);
  const built = performance.now() - started;
  const bytes = (recording.byteLength + index.byteLength) / recording.length;
  const times = lookUp(index).sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const count = (n: number): string => n.toLocaleString('en');
  return [
    {
      what: `indexing ${count(recording.length)} events of ${count(index.tasks.count)} tasks`,
      figure: `${built.toFixed(0)} ms`,
      target: '',
      ok: true,
    },
    {
      what: 'the recording and its index without texts, an event',
      figure: `${bytes.toFixed(1)} bytes`,
      target: `≤ ${TARGET_BYTES} bytes`,
      ok: bytes <= TARGET_BYTES,
    },
    { what: 'the whole world at a random step of it, median', figure: milliseconds(at(0.5)), target: '', ok: true },
    { what: 'the same, p95', figure: milliseconds(at(0.95)), target: `≤ ${TARGET_MS} ms`, ok: at(0.95) <= TARGET_MS },
    { what: 'the same, the slowest', figure: milliseconds(at(1)), target: '', ok: true },
  ];
}

const milliseconds = (ms: number): string => `${ms.toFixed(2)} ms`;

function synthesize(): Recording {
  const writer = new EventWriter();
  const builder = new RecordingBuilder({ files: [{ path: 'main.py', text: '' }] }, DEFAULT_CONDITIONS);
  simulateProgram(writer, seededDice(1), SIZE, () => {
    if (writer.pending >= CHUNK) builder.append(writer.take());
  });
  builder.append(writer.take());
  return builder.recording();
}

/**
 * The milliseconds that each of many steps takes, the least of some rounds: a machine that does other things as well would
 * be measured else. The steps of a round are far apart, so hardly anything is left from one for the next.
 */
function lookUp(index: RecordingIndex): number[] {
  const dice = seededDice(2);
  const steps = Array.from({ length: LOOKUPS }, () => asStep(dice(index.length + 1)));
  const best = steps.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [position, step] of steps.entries()) {
      const started = performance.now();
      worldAt(index, step);
      best[position] = Math.min(best[position] ?? 0, performance.now() - started);
    }
  }
  return best;
}
