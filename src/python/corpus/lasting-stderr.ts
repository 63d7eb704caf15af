/** A frame's first line in a traceback. In an exception group's, a margin of bars comes before it. */
const FRAME = /^(?<margin>[ |]*)File "(?<file>[^"]+)", line \d+/;
/** The marks under a source line, which each version of CPython sets in another way. */
const MARKS = /^[ |]*[~^][~^ ]*$/;

/**
 * What a program's stderr has in common in every version of CPython: everything, but in tracebacks only the frames of the user's own files,
 * without the marks under their lines. The standard library's frames have other lines in each version. A user's file is one that is named
 * without a folder, as in `Shown`.
 */
export function lastingStderr(stderr: string): string {
  const lasting: string[] = [];
  /** How far a foreign frame's own source lines are indented at least; null outside of one. */
  let foreign: number | null = null;
  for (const line of stderr.split('\n')) {
    const frame = FRAME.exec(line)?.groups;
    if (frame) {
      foreign = frame.file?.includes('/') || frame.file?.startsWith('<') ? (frame.margin ?? '').length + 1 : null;
    } else if (foreign !== null && !/^[ |]*$/.test(line.slice(0, foreign))) {
      foreign = null;
    }
    if (foreign === null && !MARKS.test(line)) lasting.push(line);
  }
  return lasting.join('\n');
}
