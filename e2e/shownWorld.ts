import type { Page } from '@playwright/test';
import type { RecordingIndex } from '../src/model/index/recording-index';
import { outputsBetween } from '../src/model/outputs';
import { asNanoseconds, asStep, briefSeconds, type Step } from '../src/model/units';
import type { ResourceView, TaskView, Wait, World } from '../src/model/world';
import { worldAt } from '../src/model/world-at';

/** A resource's card. */
interface ShownResource {
  /** "sem, Semaphore" */
  readonly name: string;
  readonly held: readonly string[];
  readonly items: readonly string[];
  readonly free: number;
  readonly gate: string | null;
  /** Those who wait for the same, in order; one list for each thing they wait for. */
  readonly waiters: readonly (readonly string[])[];
}

/** What the panels say at a step. */
export interface ShownWorld {
  readonly step: number;
  readonly note: string;
  readonly running: readonly string[];
  readonly ready: readonly string[];
  readonly timers: readonly string[];
  readonly outside: readonly string[];
  /** "fetch-3 waiting, sem.acquire(): held by fetch-1": sorted, because the tree has an order of its own. */
  readonly tasks: readonly string[];
  readonly scopes: readonly string[];
  readonly resources: readonly ShownResource[];
  readonly console: readonly { readonly writer: string; readonly text: string }[];
}

/** Reads them off the page. */
export function shownWorld(page: Page): Promise<ShownWorld> {
  return page.evaluate(() => {
    const all = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)];
    const text = (element: Element | null | undefined): string => element?.textContent ?? '';
    const label = (element: Element): string => element.getAttribute('aria-label') ?? '';
    /** A chip's name, and its note where it has one. */
    const chips = (lane: string) =>
      all(document, `ul[aria-label="${lane}"] > li`).map((item) => {
        const button = item.querySelector('button');
        return button === null ? [...(item.firstElementChild?.children ?? [])].map(text).join(', ') : label(button);
      });
    const rows = all(document, '[role="tree"] [role="treeitem"]');
    const ofKind = (kind: string) =>
      rows
        .filter((row) => row.getAttribute('data-kind') === kind)
        .map(label)
        .sort();
    return {
      step: Number(document.querySelector('[role="slider"]')?.getAttribute('aria-valuenow')),
      note: text(document.querySelector('[data-panel-name="Event loop"] header > span')),
      running: chips('Running now'),
      ready: chips('Ready queue'),
      timers: chips('Timers'),
      outside: chips('I/O and threads'),
      tasks: ofKind('task'),
      scopes: ofKind('scope'),
      resources: all(document, '[data-panel-name="Resources"] fieldset').map((card) => ({
        name: label(card),
        held: all(card, '[data-held="true"], [data-kind="held"]').map((seat) => seat.getAttribute('aria-label') ?? text(seat)),
        items: all(card, '[data-kind="item"]').map(text),
        free: all(card, '[data-kind="free"]').length,
        gate: card.querySelector('[data-open]') === null ? null : text(card.querySelector('[data-open]')),
        waiters: all(card, '[data-side]')
          .map((group) => all(group, 'button').map(label))
          .sort((a, b) => a.join().localeCompare(b.join())),
      })),
      console: all(document, '[role="log"] [data-later="false"]').map((line) => ({
        writer: text(line.children[1]),
        text: text(line.children[2]),
      })),
    };
  });
}

/** What they should say, by the recording alone. Where a panel adds words to what the world has, they are not expected here: see `briefly`. */
export function expectedWorld(index: RecordingIndex, step: Step): ShownWorld {
  const world = worldAt(index, step);
  const nameOf = (task: number | null): string => world.tasks.find((view) => view.task === task)?.label ?? 'the program';
  const handleName = ({ task }: { readonly task: number | null }): string => (task === null ? CALLBACK : nameOf(task));
  const shownTasks = world.tasks.filter((task) => !isOfAsyncio(task));
  return {
    step,
    note: `turn ${world.turn} · clock ${briefSeconds(world.clock)}`,
    running: runningNow(world, nameOf),
    ready: world.ready.map(handleName),
    timers: world.timers.map((timer) => `${handleName(timer)}, ${timeOf(world, timer.when ?? 0)}`),
    outside: [
      ...world.tasks.filter(({ wait }) => wait?.reason === 'io').map(({ label }) => label),
      ...world.io.filter(({ io }) => !world.tasks.some(({ wait }) => wait?.reason === 'io' && wait.io === io)).map(({ label }) => label),
      ...world.threads.filter(({ state }) => state !== 'done' && state !== 'idle').map(({ label }) => label),
      ...world.works.filter(({ thread }) => thread === null).map(({ label }) => label),
    ],
    tasks: shownTasks.map((task) => `${task.label} ${task.state}${reasonOf(world, task, nameOf)}`).sort(),
    scopes: world.scopes
      .filter(({ ended, owner }) => ended === null && !world.tasks.some((task) => task.task === owner && isOfAsyncio(task)))
      .map(({ kind, owner }) => `${kind} of ${nameOf(owner)}`)
      .sort(),
    resources: world.resources.map((resource) => cardOf(world, resource, nameOf)),
    console: consoleBefore(index, step),
  };
}

/** asyncio.run starts tasks of its own at the end, which are not shown unless asked for. */
const isOfAsyncio = ({ coro }: TaskView): boolean => coro.startsWith('BaseEventLoop.');

/** Callbacks that step no task are called by what they are for, which the world does not know. */
const CALLBACK = 'a callback';

/** What is shown, without the words that only explain it. */
export function briefly(shown: ShownWorld, expected: ShownWorld): ShownWorld {
  const before = (whole: string, wanted: string | undefined): string => (wanted !== undefined && whole.startsWith(wanted) ? wanted : whole);
  /** A callback may be called anything, but not as a task is. */
  const inLane = (lane: readonly string[], wanted: readonly string[]) =>
    lane.map((chip, place) => {
      const [own = '', rest] = wanted[place]?.split(CALLBACK) ?? [];
      return rest === undefined ? before(chip, wanted[place]) : chip.endsWith(rest) ? `${own}${CALLBACK}${rest}` : chip;
    });
  return {
    ...shown,
    note: before(shown.note, expected.note),
    running: inLane(shown.running, expected.running),
    ready: inLane(shown.ready, expected.ready),
    timers: inLane(shown.timers, expected.timers),
    outside: shown.outside.map((chip, place) => before(chip, expected.outside[place])),
    tasks: shown.tasks.map((row, place) => before(row, expected.tasks[place])),
    scopes: shown.scopes.map((row, place) => before(row, expected.scopes[place])),
  };
}

type NameOf = (task: number | null) => string;

/** A program that has ended leaves its timers behind. */
function timeOf(world: World, until: number): string {
  if (world.end?.outcome === 'completed' || world.end?.outcome === 'exception') return 'never came';
  return `in ${briefSeconds(asNanoseconds(Math.max(0, until - world.clock)))}`;
}

function runningNow({ running }: World, nameOf: NameOf): readonly string[] {
  if (running === null) return [];
  if (running.task !== null) return [nameOf(running.task)];
  return [running.handle === null || running.thread !== undefined ? running.label : CALLBACK];
}

/** The part of a task's reason that the world decides. */
function reasonOf(world: World, task: TaskView, nameOf: NameOf): string {
  switch (task.state) {
    case 'done':
      return task.result === null ? '' : `, returned ${task.result}`;
    case 'failed':
      return `, ${task.result}`;
    case 'sleeping':
    case 'waiting':
    case 'io':
      return task.wait === null ? '' : waitOf(world, task.wait, nameOf);
    default:
      return '';
  }
}

function waitOf(world: World, wait: Wait, nameOf: NameOf): string {
  switch (wait.reason) {
    case 'sleep':
      return `, wakes at ${briefSeconds(wait.until)}`;
    case 'task':
      return `, ${nameOf(wait.task)}`;
    case 'acquire':
    case 'get':
    case 'put':
    case 'join':
    case 'wait':
      return `, ${world.resources.find(({ resource }) => resource === wait.resource)?.name}.${wait.reason}()`;
    default:
      return '';
  }
}

const bytes = (size: number): string => (size === 1 ? '1 byte' : `${size} bytes`);

function cardOf(world: World, resource: ResourceView, nameOf: NameOf): ShownResource {
  const { kind, name, value, capacity, unfinished, items, closed } = resource;
  const lock = kind === 'Condition' ? (world.resources.find((other) => other.resource === resource.lock) ?? resource) : resource;
  const holders = lock.holders.map(nameOf);
  const waiters = [...new Set(resource.waiters.map(({ reason, io }) => `${reason} ${io.split(' ')[0]}`))]
    .map((wanted) =>
      resource.waiters.filter(({ reason, io }) => `${reason} ${io.split(' ')[0]}` === wanted).map(({ task }) => nameOf(task)),
    )
    .sort((a, b) => a.join().localeCompare(b.join()));
  const card: ShownResource = {
    name: `${name}, ${kind}`,
    held: [],
    items: items.map(({ text }) => text),
    free: 0,
    gate: null,
    waiters,
  };
  switch (kind) {
    case 'Semaphore':
    case 'BoundedSemaphore':
    case 'ConnectionPool':
      return { ...card, held: holders, free: value };
    case 'Lock':
    case 'Condition':
      return { ...card, held: holders, free: holders.length === 0 ? 1 : 0 };
    case 'Event':
      return { ...card, gate: value === 1 ? 'open' : 'closed' };
    case 'Barrier':
      return { ...card, held: resource.waiters.map(({ task }) => nameOf(task)), free: Math.max(0, capacity - value), waiters: [] };
    case 'Queue':
    case 'PriorityQueue':
    case 'LifoQueue':
      return { ...card, free: capacity > 0 ? capacity - items.length : 0 };
    case 'Session':
      return closed ? { ...card, items: [] } : card;
    case 'Server':
      return { ...card, items: Array<string>(value).fill('connection') };
    case 'Connection':
      if (closed) return card;
      return {
        ...card,
        items: [...(value > 0 ? [`← ${bytes(value)} to read`] : []), ...(unfinished > 0 ? [`→ ${bytes(unfinished)} on their way`] : [])],
        free: (value === 0 ? 1 : 0) + (unfinished === 0 ? 1 : 0),
      };
  }
}

/** The lines written before a step, each with who ran when it was begun. */
function consoleBefore(index: RecordingIndex, step: Step): ShownWorld['console'] {
  const lines: { writer: string; text: string }[] = [];
  let open = false;
  for (const { text, step: written } of outputsBetween(index, asStep(0), step)) {
    const { running, tasks } = worldAt(index, written);
    const task = tasks.find((view) => view.task === running?.task)?.label;
    const writer = task ?? (running?.thread === undefined ? '' : running.label);
    for (const [position, part] of text.split('\n').entries()) {
      const last = lines.at(-1);
      if (position === 0 && open && last !== undefined) last.text += part;
      else lines.push({ writer, text: part });
    }
    open = !text.endsWith('\n');
    if (!open) lines.pop();
  }
  return lines;
}
