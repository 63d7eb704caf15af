import type { Place, World } from '../../model/world';
import type { RecordEnd } from '../../recorder/protocol';

/** What the page says about how a run ended. */
export interface Outcome {
  readonly tone: 'error' | 'warning' | 'calm';
  readonly title: string;
  /** What and where, in one line. */
  readonly detail: string;
  /** What to do. */
  readonly advice: string;
  /** The line to look at. */
  readonly place: Place | null;
  /** Whether a run with larger budgets would get further. */
  readonly extendable: boolean;
}

/**
 * What to say about the end of a run; null when it ended as it should. `recorded` is the end in the recording itself,
 * `how` what the recorder says, null for a recording that was opened.
 */
export function outcomeOf(recorded: World['end'], how: RecordEnd | null): Outcome | null {
  if (how?.kind === 'crashed') {
    return {
      tone: 'error',
      title: 'The interpreter crashed',
      detail: how.message,
      advice: 'Another one is being started. Your program and what was recorded so far are kept.',
      place: null,
      extendable: false,
    };
  }
  if (recorded === null) return how?.kind === 'stopped' ? STOPPED : null;
  const place = placeIn(recorded.text);
  switch (recorded.outcome) {
    case 'completed':
      return recorded.status === 0 ? null : exited(recorded.status);
    case 'exception':
      return { ...exceptionWords(recorded.text), tone: 'error', place, extendable: false };
    case 'deadlock':
      return {
        tone: 'error',
        title: 'Deadlock',
        detail: recorded.text,
        advice: 'No task is ready and no timer is set, so nothing can ever run again. See under Tasks who waits for whom.',
        place,
        extendable: false,
      };
    case 'budget':
      return {
        tone: 'warning',
        title: 'The run was cut short',
        detail: recorded.text,
        advice: 'What was recorded up to there is all here. If the program only needs longer, run it with a larger budget.',
        place,
        extendable: true,
      };
    case 'stopped':
      return STOPPED;
  }
}

const STOPPED: Outcome = {
  tone: 'calm',
  title: 'Stopped',
  detail: 'You stopped this run.',
  advice: 'What was recorded up to there is all here.',
  place: null,
  extendable: false,
};

const exited = (status: number): Outcome => ({
  tone: 'calm',
  title: `The program exited with status ${status}`,
  detail: '',
  advice: '',
  place: null,
  extendable: false,
});

/** Exceptions that keep a program from being compiled: it never ran. */
const COMPILATION = ['SyntaxError', 'IndentationError', 'TabError'];

function exceptionWords(text: string): Pick<Outcome, 'title' | 'detail' | 'advice'> {
  const [, name = 'Exception', rest = ''] = /^(?:\w+\.)*(\w+)(?::\s*(.*))?/s.exec(text) ?? [];
  return COMPILATION.includes(name)
    ? { title: name, detail: rest, advice: 'Python could not read the program, so nothing ran. Mend the line and run again.' }
    : { title: `Uncaught ${name}`, detail: rest, advice: 'The whole traceback is in the console.' };
}

/** The first place that a text names, as "main.py:12" or "main.py, line 12". */
function placeIn(text: string): Place | null {
  const [, file, line] = /([\w./-]+\.py)(?::|,? line )(\d+)/.exec(text) ?? [];
  return file === undefined || line === undefined ? null : { file, line: Number(line) };
}
