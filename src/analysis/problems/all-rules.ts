import type { Rule } from './rule';
import { blockingCall } from './rules/blocking-call';
import { busyWait } from './rules/busy-wait';
import { cancellationSwallowed } from './rules/cancellation-swallowed';
import { deadlock } from './rules/deadlock';
import { exceptionLost } from './rules/exception-lost';
import { gatherLeavesRunning } from './rules/gather-leaves-running';
import { generatorNotClosed } from './rules/generator-not-closed';
import { lockNotReleased } from './rules/lock-not-released';
import { lostUpdate } from './rules/lost-update';
import { nestedRun } from './rules/nested-run';
import { neverAwaited } from './rules/never-awaited';
import { noTimeout } from './rules/no-timeout';
import { sequentialAwaits } from './rules/sequential-awaits';
import { taskNotKept } from './rules/task-not-kept';
import { taskOutlivesMain } from './rules/task-outlives-main';
import { unboundedConcurrency } from './rules/unbounded-concurrency';
import { unboundedQueue } from './rules/unbounded-queue';

/** All rules, the most severe first. */
export const RULES: readonly Rule[] = [
  neverAwaited,
  deadlock,
  exceptionLost,
  lostUpdate,
  nestedRun,
  taskNotKept,
  blockingCall,
  cancellationSwallowed,
  taskOutlivesMain,
  gatherLeavesRunning,
  lockNotReleased,
  generatorNotClosed,
  sequentialAwaits,
  unboundedConcurrency,
  unboundedQueue,
  noTimeout,
  busyWait,
];
