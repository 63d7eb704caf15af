import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import { placeOfLine } from '../../model/views/place';
import { KIND, WORDS } from '../../model/vocabulary';
import type { Place } from '../../model/world';
import type { Part } from './explanation';
import { actor, atSite } from './names';
import { code, type Phrase, say, term } from './phrase';

/** How far back an exception is looked for that passes from a call to its caller: the caller's `raised` follows at once. */
const PASSING = 8;
const MODULE = '<module>';
const WITH = /^\s*(async\s+)?with\b/;
/** A comment at the end of a line. What may be part of a string stays. */
const COMMENT = /\s+#[^'"]*$/;

export function output(index: RecordingIndex, event: EventOf<'output'>): Phrase {
  const who = actor(index, asStep(event.index));
  const text = index.recording.string(event.text);
  const to = event.stream === 2 ? 'writes to stderr' : 'prints';
  if (text.trim() === '') return say`${who} ${to}${event.stream === 2 ? '' : ' only'} white space.`;
  const lines = text.trimEnd().split('\n');
  const more = lines.length > 1 ? ` and ${lines.length - 1} more ${lines.length === 2 ? 'line' : 'lines'}` : '';
  return say`${who} ${to} ${code(lines[0] ?? '')}${more}.`;
}

export function frame(index: RecordingIndex, event: EventOf<'frame'>): Phrase {
  const { recording, frames } = index;
  const name = recording.string(event.function);
  const caller = event.parent === 0 ? null : functionOf(index, event.parent);
  if (frames.callOf(event.frame) !== event.index) {
    const by = caller === null ? say`${actor(index, asStep(event.index))}` : say`${caller}`;
    return say`${by} asks ${code(name)} for more, so that it goes on from where it stood.`;
  }
  if (name === MODULE) return say`the program begins: Python runs ${recording.string(event.file)} from the top.`;
  if (caller === null) return say`${actor(index, asStep(event.index))} enters ${code(name)}.`;
  if (caller.text === MODULE) return say`the program calls ${code(name)}.`;
  return say`in ${actor(index, asStep(event.index))}, ${caller} calls ${code(name)}.`;
}

export function line(index: RecordingIndex, event: EventOf<'line'>): Phrase {
  const place = placeOfLine(index, event.index);
  const source = sourceLine(index, place);
  const at: Part = { kind: 'place', place };
  if (isLeftByException(index, event)) return say`the exception leaves ${at}: ${code(source)}`;
  const who = actor(index, asStep(event.index));
  if (leavesBlock(index, event, place)) return say`${who} leaves the block of ${at}: ${code(source)}`;
  return source === '' ? say`${who} is about to run ${at}.` : say`${who} is about to run ${at}: ${code(source)}`;
}

/** What a place says in the program's text. */
const sourceLine = (index: RecordingIndex, place: Place): string =>
  (linesOf(index, place)[place.line - 1] ?? '').replace(COMMENT, '').trim();

const linesOf = ({ recording }: RecordingIndex, { file }: Place): readonly string[] =>
  recording.program.files.find(({ path }) => path === file)?.text.split('\n') ?? [];

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Whether an exception has just been raised on this very line: Python comes back to it to clear up what it awaited or called there. */
function isLeftByException({ recording, frames }: RecordingIndex, event: EventOf<'line'>): boolean {
  const before = event.index - 1;
  if (before < 0 || recording.kindAt(before) !== KIND.raised || recording.fieldAt(before, 0) !== event.frame) return false;
  const stood = frames.lineAt(event.frame, before);
  return stood !== -1 && recording.fieldAt(stood, 1) === event.line;
}

/** Whether a `with` is run to leave it: Python comes back to its line when the block below it, in which the frame stood, is over. */
function leavesBlock(index: RecordingIndex, event: EventOf<'line'>, place: Place): boolean {
  const lines = linesOf(index, place);
  const head = lines[place.line - 1] ?? '';
  if (!WITH.test(head)) return false;
  const before = index.frames.lineAt(event.frame, event.index);
  const stood = before === -1 ? 0 : index.recording.fieldAt(before, 1);
  const block = lines.slice(place.line, stood);
  return stood > place.line && block.every((line) => line.trim() === '' || indentOf(line) > indentOf(head));
}

export function local(index: RecordingIndex, event: EventOf<'local'>): Phrase {
  const { recording } = index;
  const where = functionOf(index, event.frame);
  const name = code(recording.string(event.name));
  const variable = where.text === MODULE ? say`the global variable ${name}` : say`in ${where}, the variable ${name}`;
  if (event.value === 0) return say`${variable} is deleted.`;
  const value = code(recording.string(event.value));
  const earlier = valueBefore(index, event);
  return earlier === null ? say`${variable} is ${value}.` : say`${variable} is ${value} now; it was ${code(earlier)}.`;
}

/** A variable's value before it changed; null if it had none. */
function valueBefore({ recording, frames }: RecordingIndex, event: EventOf<'local'>): string | null {
  const known = frames.localsAt(event.frame, event.index).find((earlier) => recording.fieldAt(earlier, 1) === event.name);
  return known === undefined ? null : recording.string(recording.fieldAt(known, 2));
}

export function raised(index: RecordingIndex, event: EventOf<'raised'>): Phrase {
  const text = index.recording.string(event.text);
  const where = functionOf(index, event.frame);
  const from = cameFrom(index, event);
  if (from !== null) return say`${functionOf(index, from)} did not catch ${code(text)}, so it goes on in ${where}.`;
  const name = /^\w*/.exec(text)?.[0] ?? '';
  switch (name) {
    case 'CancelledError':
      return say`${term('CancelledError')} is raised in ${where}: this is how ${actor(index, asStep(event.index))} is cancelled.`;
    case 'GeneratorExit':
      return say`${code(name)} is raised in ${where}: this is how a generator is closed before its end.`;
    case 'StopIteration':
      return say`in ${where}, what it asked for has arrived; inside Python, a ${code(name)} carries it.`;
    case 'StopAsyncIteration':
      return say`${code(name)} tells ${where} that an ${term('async generator')} has nothing more to give.`;
    default:
      return say`${code(text)} is raised in ${where}${dueTo(index, event, name)}. Python looks for an except that catches it.`;
  }
}

const TIMEOUT = WORDS.scopeKind.indexOf('timeout');
/** So a timeout ends whose time is up: asyncio has cancelled what was in it. */
const TIME_IS_UP = WORDS.outcome.indexOf('cancelled');

/** Which timeout a TimeoutError comes from, if one has just ended. */
function dueTo(index: RecordingIndex, event: EventOf<'raised'>, name: string): Phrase {
  const { recording, scopes } = index;
  const before = event.index - 1;
  if (name !== 'TimeoutError' || before < 0 || recording.kindAt(before) !== KIND.scopeEnd) return [];
  const creation = scopes.creation(recording.fieldAt(before, 0));
  if (recording.fieldAt(creation, 1) !== TIMEOUT || recording.fieldAt(before, 1) !== TIME_IS_UP) return [];
  return say`, because the time of the ${term('timeout')}${atSite(index, recording.fieldAt(creation, 3))} is up`;
}

/** The frame that an exception passed through just before; null if it was raised right here. */
function cameFrom({ recording }: RecordingIndex, { index: event, text, frame: here }: EventOf<'raised'>): number | null {
  for (let before = event - 1; before >= Math.max(0, event - PASSING); before--) {
    if (recording.kindAt(before) !== KIND.raised) continue;
    const there = recording.fieldAt(before, 0);
    return recording.fieldAt(before, 1) === text && there !== here ? there : null;
  }
  return null;
}

export function returned(index: RecordingIndex, event: EventOf<'returned'>): Phrase {
  const { recording, frames } = index;
  const name = recording.string(recording.fieldAt(frames.callOf(event.frame), 2));
  const [, caller] = frames.stackAt(event.index);
  const failed = event.outcome === 'exception';
  if (name === MODULE) return failed ? say`the exception ends the program.` : say`the last line of the program has run.`;
  if (failed) return say`the exception leaves ${code(name)}, which ends.`;
  if (caller === undefined || frames.stackAt(event.index)[0] !== event.frame) return say`${code(name)} is over.`;
  const goesOn = functionOf(index, caller);
  return say`${code(name)} is over, and ${goesOn.text === MODULE ? say`the program` : goesOn} goes on.`;
}

const functionOf = ({ recording, frames }: RecordingIndex, of: number) => code(recording.string(recording.fieldAt(frames.callOf(of), 2)));
