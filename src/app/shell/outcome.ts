import { count } from '../../analysis/explain/phrase';
import type { Program } from '../../model/scenario';
import type { Place, World } from '../../model/world';
import type { RecordEnd } from '../../recorder/protocol';
import { taskReason } from '../panels/tasks/reason';
import { MAIN_FILE } from '../store/programs';
import { missingModuleAdvice } from './missingModule';

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
  /** Whether it may be meant for a run that allows `await` outside of functions. */
  readonly awaits: boolean;
}

/**
 * What to say about the end of a run; null when it ended as it should. `world` is the world at its last step, `how` what
 * the recorder says, null for a recording that was opened; `program` is what ran.
 */
export function outcomeOf(world: World, how: RecordEnd | null, { files: [main] }: Program): Outcome | null {
  if (how?.kind === 'crashed') {
    return {
      tone: 'error',
      title: 'The interpreter crashed',
      detail: how.message,
      advice: 'Another one is being started. Your program and what was recorded so far are kept.',
      place: null,
      extendable: false,
      awaits: false,
    };
  }
  const { end } = world;
  if (end === null) return how?.kind === 'stopped' ? STOPPED : null;
  const place = placeIn(end.text);
  switch (end.outcome) {
    case 'completed':
      if (end.status !== 0) return exited(end.status);
      return main !== undefined && hasNoCode(main.text) ? EMPTY : null;
    case 'exception':
      return { ...exceptionWords(end.text), tone: 'error', place, extendable: false, awaits: AWAITS.test(end.text) };
    case 'deadlock':
      return {
        tone: 'error',
        title: 'Deadlock: nothing can ever run again',
        detail: stuckTasks(world),
        advice: 'No task is ready, no timer is set, and each of these waits for something that nobody will do any more.',
        place: null,
        extendable: false,
        awaits: false,
      };
    case 'budget':
      return {
        tone: 'warning',
        title: 'The run was cut short',
        detail: end.text,
        advice: 'What was recorded up to there is all here. If the program only needs longer, run it with a larger budget.',
        place,
        extendable: true,
        awaits: false,
      };
    case 'input':
      return {
        tone: 'calm',
        title: 'The program asks for input',
        detail: '',
        advice: 'Answer it in the Console. The program is then recorded again, with your answer.',
        place,
        extendable: false,
        awaits: false,
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
  awaits: false,
};

const EMPTY: Outcome = {
  tone: 'calm',
  title: 'The program is empty',
  detail: '',
  advice: 'There was nothing to run. Type or paste a program, or choose an example from the menu above, and press Run.',
  place: null,
  extendable: false,
  awaits: false,
};

/** Whether there is nothing in a file but empty lines and comments. */
const hasNoCode = (text: string): boolean => text.split(/[\r\n]/).every((line) => /^\s*(?:#.*)?$/.test(line));

const exited = (status: number): Outcome => ({
  tone: 'calm',
  title: `The program exited with status ${status}`,
  detail: '',
  advice: '',
  place: null,
  extendable: false,
  awaits: false,
});

/** Exceptions that keep a program from being compiled: it never ran. */
const COMPILATION = ['SyntaxError', 'IndentationError', 'TabError'];

/** What Python says of files that await outside of functions. */
const AWAITS = /^SyntaxError: (?:'await' outside function|'async (?:with|for)' outside async function|asynchronous comprehension outside)/;

function exceptionWords(text: string): Pick<Outcome, 'title' | 'detail' | 'advice'> {
  const [, name = 'Exception', rest = ''] = /^(?:\w+\.)*(\w+):?\s*(.*)/s.exec(text) ?? [];
  if (name === 'ModuleNotFoundError') return { title: `Uncaught ${name}`, detail: rest, advice: missingModuleAdvice(rest) };
  return COMPILATION.includes(name)
    ? { title: name, detail: rest, advice: 'Python could not read the program, so nothing ran. Mend the line and run again.' }
    : { title: `Uncaught ${name}`, detail: rest, advice: 'The whole traceback is in the console.' };
}

/** More stuck tasks than this are counted. */
const MOST_NAMED = 4;

/** Who waits for what: "eat_soup in fork.acquire(): held by eat_pasta". */
function stuckTasks(world: World): string {
  const stuck = world.tasks.filter((task) => task.wait !== null).map((task) => `${task.label} in ${taskReason(world, task)}`);
  const rest = stuck.length - MOST_NAMED;
  return rest > 0 ? `${stuck.slice(0, MOST_NAMED).join(' · ')} · and ${count(rest, 'more task')}` : stuck.join(' · ');
}

/** The first place that a text names: "main.py:12", or "(line 12)", which is in the file that was to be compiled. */
function placeIn(text: string): Place | null {
  const [, file = MAIN_FILE, byColon, byWord] = /([\w./-]+\.py):(\d+)|\(line (\d+)\)/.exec(text) ?? [];
  const line = byColon ?? byWord;
  return line === undefined ? null : { file, line: Number(line) };
}
