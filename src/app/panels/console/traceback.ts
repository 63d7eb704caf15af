import type { Place } from '../../../model/world';
import { type Piece, words } from '../piece';

/** What a line on stderr is: a place in a traceback, the exception at its end, or anything else. */
export type TracebackRole = 'frame' | 'exception' | 'other';

/** A traceback's line that names a place; in an exception group's, guide lines come before it. */
const FRAME = /^([\s|]*File ")([^"]+)(", line )(\d+)/;

/** The line that says what was raised: a class, by Python's habit of naming, and a message. */
const EXCEPTION = /^[\s|+-]*[\w.]*(?:Error|Exception|Group|Interrupt|Exit|Warning|Cancelled)\b(?::|\s*$| \()/;

export function tracebackRole(text: string): TracebackRole {
  if (FRAME.test(text)) return 'frame';
  return EXCEPTION.test(text) ? 'exception' : 'other';
}

/** A line of output; where it names a line of one of the program's files, as tracebacks do, with a link to that line. */
export function linkedOutput(text: string, files: readonly string[]): readonly Piece[] {
  const [matched, before = '', path = '', , line = ''] = FRAME.exec(text) ?? [];
  const file = matched === undefined ? undefined : files.find((candidate) => path === candidate || path.endsWith(`/${candidate}`));
  if (matched === undefined || file === undefined) return [words(text)];
  const place: Place = { file, line: Number(line) };
  return [words(before.slice(0, -'File "'.length)), { kind: 'place', place }, words(text.slice(matched.length))];
}
