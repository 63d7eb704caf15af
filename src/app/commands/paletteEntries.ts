import { asResourceId, asStep, asTaskId, formatSeconds, type ResourceId, type TaskId } from '../../model/units';
import { WORDS } from '../../model/vocabulary';
import { clockAt } from '../../model/world-at';
import type { Example } from '../store/examples';
import { OWN_PROGRAM, programTitle } from '../store/programs';
import { currentMarks, currentRecorded, mainText, recordedFingerprint } from '../store/selectors';
import type { AppState } from '../store/state';
import { COMMAND_IDS, type CommandId, commandOf } from './commands';
import { keyCaption } from './keymap';

/** What choosing an entry of the palette does. */
export type PaletteDeed =
  | { readonly does: 'command'; readonly command: CommandId }
  | { readonly does: 'task'; readonly task: TaskId }
  | { readonly does: 'resource'; readonly resource: ResourceId }
  | { readonly does: 'line' | 'runToLine' | 'breakpoint'; readonly line: number }
  | { readonly does: 'bookmark'; readonly step: number }
  | { readonly does: 'program'; readonly document: string };

export interface PaletteEntry {
  readonly id: string;
  readonly title: string;
  /** Smaller, behind the title; searched as well. */
  readonly detail: string;
  readonly keys: string;
  readonly deed: PaletteDeed;
}

export interface PaletteGroup {
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
}

/** How well a text answers a query: from 0, not at all, to 1. */
export type Score = (text: string, query: string) => number;

/** A recording may have thousands of tasks: no more of each group are listed than one looks at. */
const MOST_FOUND = 8;
/** Before anything is typed one sees what kinds of things there are. */
const MOST_OFFERED = 5;

/** What answers a query, best group first; with an empty one, a few of each group. */
export function paletteGroups(examples: readonly Example[], state: AppState, query: string, score: Score): readonly PaletteGroup[] {
  const wanted = query.trim();
  const groups: readonly PaletteGroup[] = [
    { heading: 'Actions', entries: actions() },
    { heading: 'Bookmarks', entries: bookmarks(examples, state) },
    { heading: 'Tasks', entries: tasks(state) },
    { heading: 'Resources', entries: resources(state) },
    { heading: 'Programs', entries: programs(examples) },
  ];
  if (wanted === '') {
    return groups
      .map(({ heading, entries }) => ({ heading, entries: heading === 'Actions' ? entries : entries.slice(0, MOST_OFFERED) }))
      .filter(({ entries }) => entries.length > 0);
  }
  const found = groups.map((group) => best(group, wanted, score)).filter(({ entries }) => entries.length > 0);
  const inText = { heading: 'Lines', entries: linesWith(mainText(examples, state), wanted) };
  const byNumber = { heading: 'Line', entries: lineNumbered(examples, state, wanted) };
  return [byNumber, ...found.sort((a, b) => b.score - a.score), inText].filter(({ entries }) => entries.length > 0);
}

function best({ heading, entries }: PaletteGroup, query: string, score: Score): PaletteGroup & { readonly score: number } {
  const scored = entries
    .map((entry) => ({ entry, score: Math.max(score(entry.title, query), score(entry.detail, query) / 2) }))
    .filter((candidate) => candidate.score > 0.01)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND);
  return { heading, entries: scored.map(({ entry }) => entry), score: scored[0]?.score ?? 0 };
}

/** What makes no sense from inside the palette: it, and the panel beside it. */
const NOT_LISTED: ReadonlySet<CommandId> = new Set(['openPalette', 'nextPanel', 'previousPanel']);

const actions = (): readonly PaletteEntry[] =>
  COMMAND_IDS.filter((command) => !NOT_LISTED.has(command)).map((command) => {
    const { title, keys } = commandOf(command);
    const [chord = ''] = keys;
    return { id: `command ${command}`, title, detail: '', keys: keyCaption(chord), deed: { does: 'command', command } };
  });

function tasks(state: AppState): readonly PaletteEntry[] {
  const index = currentRecorded(state)?.index;
  if (index === undefined) return [];
  return Array.from({ length: index.tasks.countAt(index.length) }, (_, i) => {
    const task = asTaskId(i + 1);
    const name = index.taskNames.nameAt(task, index.length);
    return { id: `task ${task}`, title: index.taskNames.labelOf(task), detail: name, keys: '', deed: { does: 'task', task } };
  });
}

function resources(state: AppState): readonly PaletteEntry[] {
  const index = currentRecorded(state)?.index;
  if (index === undefined) return [];
  const { recording } = index;
  return Array.from({ length: index.resources.countAt(index.length) }, (_, i) => {
    const resource = asResourceId(i + 1);
    const creation = index.resources.creation(resource);
    const detail = WORDS.resourceKind[recording.fieldAt(creation, 1)] ?? '';
    const title = recording.string(recording.fieldAt(creation, 2));
    return { id: `resource ${resource}`, title, detail, keys: '', deed: { does: 'resource', resource } };
  });
}

function bookmarks(examples: readonly Example[], state: AppState): readonly PaletteEntry[] {
  const index = currentRecorded(state)?.index;
  const text = recordedFingerprint(state);
  return currentMarks(examples, state)
    .bookmarks.filter((bookmark) => index !== undefined && bookmark.text === text && bookmark.step <= index.length)
    .map(({ step, note }) => ({
      id: `bookmark ${step}`,
      title: note === '' ? `Step ${step}` : note,
      detail: index === undefined ? '' : `step ${step}, ${formatSeconds(clockAt(index, asStep(step)))}`,
      keys: '',
      deed: { does: 'bookmark', step },
    }));
}

const programs = (examples: readonly Example[]): readonly PaletteEntry[] =>
  [{ slug: OWN_PROGRAM, summary: 'Write or paste your own.' }, ...examples].map(({ slug, summary }) => ({
    id: `program ${slug}`,
    title: programTitle(examples, slug),
    detail: summary,
    keys: '',
    deed: { does: 'program', document: slug },
  }));

/** ":12" or "12" is a line by its number, and what one can do with it. */
function lineNumbered(examples: readonly Example[], state: AppState, query: string): readonly PaletteEntry[] {
  const [, digits] = /^:?\s*(\d{1,7})$/.exec(query) ?? [];
  const line = Number(digits ?? 0);
  const lines = mainText(examples, state).split('\n');
  const code = lines[line - 1];
  if (line === 0 || code === undefined) return [];
  const isSet = currentMarks(examples, state).breakpoints.some((breakpoint) => breakpoint.line === line);
  const entry = (title: string, does: 'line' | 'runToLine' | 'breakpoint'): PaletteEntry => ({
    id: `${does} ${line}`,
    title,
    detail: code.trim(),
    keys: '',
    deed: { does, line },
  });
  return [
    entry(`Show line ${line}`, 'line'),
    entry(`Run to line ${line}`, 'runToLine'),
    entry(`${isSet ? 'Remove' : 'Set'} a breakpoint on line ${line}`, 'breakpoint'),
  ];
}

function linesWith(text: string, query: string): readonly PaletteEntry[] {
  const wanted = query.toLowerCase();
  return text
    .split('\n')
    .map((code, i) => ({ code: code.trim(), line: i + 1 }))
    .filter(({ code }) => code.toLowerCase().includes(wanted))
    .slice(0, MOST_FOUND)
    .map(({ code, line }) => ({ id: `text ${line}`, title: code, detail: `line ${line}`, keys: '', deed: { does: 'line', line } }));
}
