import type { TaskId } from '../../model/units';
import type { TaskState } from '../../model/world';
import { stateWord } from '../timeline/stateWord';

/** A task that stands on a line: shown as a pill at the line's end. Lines count from 1. */
export interface Pill {
  readonly line: number;
  /** What to call the task, e.g. "fetch-3". */
  readonly label: string;
  readonly state: TaskState;
  readonly task: TaskId;
}

/** What a line's variables hold, e.g. "out = Queue(0/2)". */
export interface LineValue {
  readonly line: number;
  /** Which variable of which call it is. */
  readonly id: string;
  readonly text: string;
  /** Whether it got this value by the last step. */
  readonly changed: boolean;
}

/** What stands behind the end of one line. */
export interface LineNote {
  readonly line: number;
  readonly pills: readonly Pill[];
  readonly values: readonly LineValue[];
}

function byKey<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Calls of one function side by side may hold the same value in the same variable: once says it. */
function eachOnce(values: readonly LineValue[]): readonly LineValue[] {
  return values.filter((value, i) => values.findIndex((other) => other.text === value.text) === i);
}

/** Gathers pills and values by line, in the order of the lines. What lies outside `lineCount` lines is left out. */
export function lineNotes(pills: readonly Pill[], values: readonly LineValue[], lineCount: number): readonly LineNote[] {
  const within = (line: number) => line >= 1 && line <= lineCount;
  const pillsByLine = byKey(pills, (pill) => pill.line);
  const valuesByLine = byKey(values, (value) => value.line);
  const lines = [...new Set([...pillsByLine.keys(), ...valuesByLine.keys()])].filter(within).sort((a, b) => a - b);
  return lines.map((line) => ({ line, pills: pillsByLine.get(line) ?? [], values: eachOnce(valuesByLine.get(line) ?? []) }));
}

/** How a whole line is lit. */
export interface LineMark {
  readonly line: number;
  readonly kind: 'running' | 'caller';
}

/** The lines to light: the running one, and faintly its callers'. A line that runs and calls (recursion) counts as running. */
export function lineMarks(runningLine: number | null, callerLines: readonly number[], lineCount: number): readonly LineMark[] {
  const within = (line: number) => line >= 1 && line <= lineCount;
  const callers = [...new Set(callerLines)].filter((line) => line !== runningLine && within(line)).sort((a, b) => a - b);
  const marks: LineMark[] = callers.map((line) => ({ line, kind: 'caller' }));
  if (runningLine !== null && within(runningLine)) marks.push({ line: runningLine, kind: 'running' });
  return marks;
}

/** "12 more tasks on line 7: 10 sleeping, 2 waiting": the accessible name of "+12". */
export function moreLabel(line: number, more: readonly Pill[]): string {
  const counts = [...byKey(more, (pill) => pill.state)].map(([state, pills]) => `${pills.length} ${stateWord(state)}`);
  return `${more.length} more ${more.length === 1 ? 'task' : 'tasks'} on line ${line}: ${counts.join(', ')}`;
}

const samePills = (a: readonly Pill[], b: readonly Pill[]): boolean =>
  a.length === b.length && a.every((pill, i) => pill.task === b[i]?.task && pill.state === b[i]?.state && pill.label === b[i]?.label);

const sameValues = (a: readonly LineValue[], b: readonly LineValue[]): boolean =>
  a.length === b.length && a.every((value, i) => value.text === b[i]?.text && value.changed === b[i]?.changed);

/** Whether two notes say the same, so that an unchanged line is left alone while playing. */
export const sameNote = (a: LineNote, b: LineNote): boolean =>
  a.line === b.line && samePills(a.pills, b.pills) && sameValues(a.values, b.values);
