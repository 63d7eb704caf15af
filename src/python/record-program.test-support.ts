import { RecordingIndex } from '../model/index/recording-index';
import { type Recording, RecordingBuilder } from '../model/recording';
import { type Conditions, DEFAULT_CONDITIONS } from '../model/scenario';
import { EVENT_FIELDS, EVENT_KINDS, type EventKind } from '../model/vocabulary';
import type { RunReport } from './interpreter';
import { startInterpreter } from './node-python';

/** A program that was run in a fresh interpreter. */
export interface Recorded {
  readonly report: RunReport;
  readonly recording: Recording;
  readonly index: RecordingIndex;
  readonly stdout: string;
  readonly stderr: string;
  /** Everything that was handed over, in order, as one text: equal for equal recordings. */
  readonly bytes: string;
}

/** Records a program given as its main file's text, or as several files by path. */
export async function record(source: string | Readonly<Record<string, string>>, conditions: Partial<Conditions> = {}): Promise<Recorded> {
  const files = typeof source === 'string' ? { 'main.py': source } : source;
  const program = { files: Object.entries(files).map(([path, text]) => ({ path, text })) };
  const all = { ...DEFAULT_CONDITIONS, ...conditions };
  const interpreter = await startInterpreter();
  const builder = new RecordingBuilder(program, all);
  const report = interpreter.run(interpreter.place(program), all, (chunk) => builder.append(chunk));
  const recording = builder.recording();
  const index = new RecordingIndex(recording);
  return { report, recording, index, stdout: outputOf(recording, 1), stderr: outputOf(recording, 2), bytes: bytesOf(recording) };
}

function outputOf(recording: Recording, stream: 1 | 2): string {
  let text = '';
  for (let at = 0; at < recording.length; at++) {
    const event = recording.event(at);
    if (event.type === 'output' && event.stream === stream) text += recording.string(event.text);
  }
  return text;
}

function bytesOf(recording: Recording): string {
  const rows: string[] = [];
  for (let at = 0; at < recording.length; at++) {
    rows.push([recording.kindAt(at), ...([0, 1, 2, 3] as const).map((field) => recording.fieldAt(at, field))].join());
  }
  const strings = Array.from({ length: recording.stringCount }, (_, id) => recording.string(id));
  return JSON.stringify([rows, strings]);
}

const TEXTS = new Set(['name', 'coro', 'site', 'label', 'text', 'function', 'file']);

/** The events of some kinds as lines of text, e.g. "task 1 Task-1 main main.py:4", texts in the place of their numbers. */
export function story({ recording }: Recorded, ...kinds: readonly EventKind[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < recording.length; at++) {
    const kind = EVENT_KINDS[recording.kindAt(at)];
    if (kind === undefined || !kinds.includes(kind)) continue;
    const event = recording.event(at);
    const fields = EVENT_FIELDS[kind].map((field) => {
      const value: unknown = Reflect.get(event, field);
      const isText = TEXTS.has(field) || (kind === 'local' && field === 'value') || (kind === 'contextVariable' && field === 'value');
      return isText && typeof value === 'number' ? recording.string(value) : value;
    });
    lines.push([kind, ...fields].join(' ').trim());
  }
  return lines;
}
