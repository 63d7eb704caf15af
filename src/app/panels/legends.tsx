import { Box, Brackets, CircleX, Lightbulb, TriangleAlert } from 'lucide-react';
import type { TaskState } from '../../model/world';
import type { LegendEntry } from '../design/PanelLegend';
import { StateWord } from '../design/StateIcon';
import { STATE_MEANINGS } from '../design/stateMeanings';
import styles from './legends.module.css';

const words = (sign: string, meaning: string): LegendEntry => ({ key: sign, sign, meaning });

const STATES: readonly TaskState[] = ['running', 'ready', 'sleeping', 'waiting', 'io', 'blocking', 'done', 'failed', 'cancelled'];

const STATE_ENTRIES: readonly LegendEntry[] = STATES.map((state) => ({
  key: state,
  sign: <StateWord state={state} />,
  meaning: STATE_MEANINGS[state],
}));

export const PROGRAM_LEGEND: readonly LegendEntry[] = [
  { key: 'running', sign: <span className={styles.running}>lit line</span>, meaning: 'is about to run' },
  { key: 'caller', sign: <span className={styles.caller}>faint line</span>, meaning: 'called what runs' },
  { key: 'pill', sign: <span className={styles.pill}>fetch-1</span>, meaning: 'stands at this line; its colour and icon are its state' },
  { key: 'value', sign: <code>n = 1</code>, meaning: 'what the line gave its variable; lit where this step changed it' },
];

export const LOOP_LEGEND: readonly LegendEntry[] = [
  words('Running now', 'what the loop called and waits for'),
  words('Ready queue', 'what it calls next, in this order, with who put it there'),
  words('Timers', 'what becomes ready when the clock gets there, soonest first'),
  words('I/O and threads', 'what becomes ready when something outside answers'),
  ...STATE_ENTRIES,
];

export const TASKS_LEGEND: readonly LegendEntry[] = [
  { key: 'awaited', sign: <span className={styles.awaited} />, meaning: 'the task above waits for the one below' },
  { key: 'created', sign: <span className={styles.created} />, meaning: 'the task above only created it' },
  {
    key: 'scope',
    sign: <Brackets size={12} aria-label="brackets" />,
    meaning: 'a TaskGroup, timeout, gather or the like, with its tasks below',
  },
  ...STATE_ENTRIES,
];

export const RESOURCES_LEGEND: readonly LegendEntry[] = [
  { key: 'held', sign: <span className={styles.held}>fetch-1</span>, meaning: 'has hold of it: of the lock, of a permit' },
  { key: 'waiter', sign: <span className={styles.pill}>fetch-2</span>, meaning: 'waits for it; who is first is served first' },
  { key: 'slot', sign: <Box size={12} aria-label="box" />, meaning: 'a permit or a place in a queue, free or taken' },
  words('lit', 'what the last step changed'),
];

export const CONSOLE_LEGEND: readonly LegendEntry[] = [
  words('0.100 s', 'virtual time; press it to travel there'),
  { key: 'later', sign: <span className={styles.later}>dimmed</span>, meaning: 'is only printed after this step' },
  { key: 'typed', sign: <kbd className={styles.typed}>answer</kbd>, meaning: 'was read from standard input' },
  { key: 'stderr', sign: <span className={styles.stderr}>red</span>, meaning: 'went to stderr' },
];

export const EXPLANATION_LEGEND: readonly LegendEntry[] = [
  {
    key: 'link',
    sign: <span className={styles.link}>name</span>,
    meaning: 'a task, a resource or a line: press it to select it everywhere',
  },
  { key: 'term', sign: <span className={styles.term}>term</span>, meaning: "a word of asyncio's: point at it to read what it means" },
];

export const PROBLEMS_LEGEND: readonly LegendEntry[] = [
  {
    key: 'error',
    sign: <CircleX className={styles.error} size={14} aria-label="error" />,
    meaning: 'an error: the program does not do what it says',
  },
  {
    key: 'warning',
    sign: <TriangleAlert className={styles.warning} size={14} aria-label="warning" />,
    meaning: 'a warning: it will go wrong one day',
  },
  { key: 'hint', sign: <Lightbulb className={styles.hint} size={14} aria-label="hint" />, meaning: 'a hint: there is a better way' },
];
