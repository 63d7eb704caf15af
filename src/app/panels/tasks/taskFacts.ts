import { ordinal } from '../../../analysis/explain/phrase';
import type { RecordingIndex } from '../../../model/index/recording-index';
import { asNanoseconds, formatSeconds, type ResourceId } from '../../../model/units';
import type { WaitReason } from '../../../model/vocabulary';
import type { ResourceView, TaskView, Wait, World } from '../../../model/world';
import { clockAt } from '../../../model/world-at';
import { findResource, findScope, findTask } from '../lookup';
import { atPlace, type Piece, resourcePiece, taskPiece, taskPieces, words } from '../piece';
import { canceller, isFinished, obstacle, scopeNote, taskReason, unfinishedOf } from './reason';
import { isOfAsyncio } from './taskFilter';

/** One line about a task: what is told, and what there is to tell. */
export interface Fact {
  readonly title: string;
  readonly pieces: readonly Piece[];
}

/** All that is known about a task at a step, beside its state and its calls. */
export function taskFacts(index: RecordingIndex, world: World, task: TaskView): readonly Fact[] {
  const facts: Fact[] = [];
  if (task.wait !== null) facts.push({ title: 'Waits for', pieces: waitPieces(world, task, task.wait) });
  if (task.result !== null && task.result !== '') {
    const title = task.state === 'failed' ? 'Raised' : task.state === 'cancelled' ? 'Ended with' : 'Returned';
    facts.push({ title, pieces: [{ kind: 'code', text: task.result }] });
  }
  if (task.cancelRequestedBy !== null) {
    const { task: by, step } = task.cancelRequestedBy;
    facts.push({
      title: 'Cancellation',
      pieces: [
        words('asked for by '),
        by === null ? words(canceller(world, task)) : taskPiece(world, by),
        words(', '),
        { kind: 'step', step, text: `step ${step}` },
      ],
    });
  }
  facts.push({ title: since(task), pieces: sincePieces(index, world, task) });
  const scope = task.scope === null ? undefined : findScope(world, task.scope);
  if (scope !== undefined) {
    facts.push({ title: 'Belongs to', pieces: [words(`${scope.kind} of `), taskPiece(world, scope.owner), ...atPlace(scope.place)] });
  }
  facts.push({ title: 'Created', pieces: createdPieces(world, task) });
  facts.push({ title: 'Runs', pieces: runsPieces(task) });
  return facts;
}

const since = (task: TaskView): string => (isFinished(task.state) ? 'Finished' : `In this state`);

function sincePieces(index: RecordingIndex, world: World, task: TaskView): readonly Piece[] {
  const began = clockAt(index, task.since);
  const lasting = asNanoseconds(world.clock - began);
  const step: Piece = { kind: 'step', step: task.since, text: `step ${task.since}` };
  if (isFinished(task.state)) return [words(`at ${formatSeconds(began)}, `), step];
  return [words(`for ${formatSeconds(lasting)}, since `), step];
}

function createdPieces(world: World, task: TaskView): readonly Piece[] {
  const step: Piece = { kind: 'step', step: task.createdAt, text: `step ${task.createdAt}` };
  if (isOfAsyncio(task)) return [words("by asyncio.run, to tidy up at the program's end, "), step];
  return [words('by '), taskPiece(world, task.createdBy), ...atPlace(task.createdPlace), words(', '), step];
}

const runsPieces = ({ coro, name, label }: TaskView): readonly Piece[] => [
  { kind: 'code', text: coro },
  ...(name === label ? [] : [words(', in asyncio called '), { kind: 'code', text: name } as const]),
];

function waitPieces(world: World, task: TaskView, wait: Wait): readonly Piece[] {
  switch (wait.reason) {
    case 'sleep':
      return [words(`the clock: wakes at ${formatSeconds(wait.until)}, in ${formatSeconds(leftUntil(world, wait.until))}`)];
    case 'task':
      return [taskPiece(world, wait.task), words(`, which is ${findTask(world, wait.task)?.state ?? 'unknown'}`)];
    case 'future':
      return [words(wait.text === '' ? 'a future' : wait.text)];
    case 'io':
      return [words(wait.until === null ? wait.label : `${wait.label}, for ${formatSeconds(leftUntil(world, wait.until))}`)];
    case 'work':
      return [words(taskReason(world, task))];
    case 'acquire':
    case 'get':
    case 'put':
    case 'join':
    case 'wait':
      return resourcePieces(world, task, wait.resource, wait.reason);
    default: {
      const scope = findScope(world, wait.scope);
      if (scope === undefined) return [words('other tasks')];
      const unfinished = unfinishedOf(world, scope);
      const named = unfinished.length === 0 ? [] : [words(': '), ...taskPieces(world, unfinished)];
      return [words(scope.kind), ...atPlace(scope.place), words(`, ${scopeNote(world, scope)}`), ...named];
    }
  }
}

const leftUntil = (world: World, time: number) => asNanoseconds(Math.max(0, time - world.clock));

type ResourceCall = Extract<WaitReason, 'acquire' | 'get' | 'put' | 'join' | 'wait'>;

function resourcePieces(world: World, task: TaskView, id: ResourceId, call: ResourceCall): readonly Piece[] {
  const resource = findResource(world, id);
  if (resource === undefined) return [words(`${call}()`)];
  const holders = call === 'acquire' ? holdersOf(world, resource) : [];
  const why = holders.length === 0 ? [words(obstacle(world, resource, call))] : [words('held by '), ...taskPieces(world, holders)];
  const line = resource.waiters.filter(({ reason }) => reason === call);
  const position = line.findIndex((waiter) => waiter.task === task.task);
  const place = line.length > 1 && position >= 0 ? [words(`; ${ordinal(position + 1)} of ${line.length} in line`)] : [];
  return [resourcePiece(world, id), words(`.${call}(), `), ...why, ...place];
}

/** Who holds a resource; of a Condition, who holds its lock. */
const holdersOf = (world: World, { holders, lock }: ResourceView) => (lock === null ? holders : (findResource(world, lock)?.holders ?? []));
