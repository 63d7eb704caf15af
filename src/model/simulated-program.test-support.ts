import type { Dice } from './dice.test-support';
import type { EventWriter } from './event-writer.test-support';
import { SimulatedLoop } from './simulated-loop.test-support';
import { SimulatedResources, type Want } from './simulated-resources.test-support';
import { SimulatedCalls, type SimulatedFrame, type SimulatedScope, type SimulatedTask } from './simulated-task.test-support';

/** How much is to happen: all of it is reached about, not exactly. */
export interface SimulationSize {
  readonly events: number;
  readonly tasks: number;
  /** Unfinished tasks at a time. */
  readonly alive: number;
  readonly lines: boolean;
}

/** What an action leaves its task as. */
type After = 'runs' | 'suspended' | 'finished';

/**
 * Runs a program that the dice make up on a little asyncio, and writes the events a recorder would: tasks that sleep, take
 * permits, pass items on, wait for each other, cancel each other and fail, with calls, lines and variables. `flush` is
 * called between turns, for those who take the events in chunks.
 */
export function simulateProgram(writer: EventWriter, dice: Dice, size: SimulationSize, flush: () => void = () => {}): void {
  new SimulatedProgram(writer, dice, size).run(flush);
}

const MILLISECOND = 1_000_000;
const COROUTINES = ['fetch', 'Crawler.parse', 'worker', 'main.<locals>.save'];

class SimulatedProgram {
  private readonly writer: EventWriter;
  private readonly dice: Dice;
  private readonly size: SimulationSize;
  private readonly loop: SimulatedLoop;
  private readonly calls: SimulatedCalls;
  private readonly resources: SimulatedResources;
  private readonly alive: SimulatedTask[] = [];
  private readonly generators: SimulatedFrame[] = [];
  private taskCount = 0;
  private scopeCount = 0;
  private futureCount = 0;
  private ios = 0;
  /** About how many actions a task lives for. */
  private readonly life: number;

  constructor(writer: EventWriter, dice: Dice, size: SimulationSize) {
    this.writer = writer;
    this.dice = dice;
    this.size = size;
    this.loop = new SimulatedLoop(writer);
    this.calls = new SimulatedCalls(writer, dice, size.lines);
    this.resources = new SimulatedResources(writer, dice, (task) => this.queue(task, 'wakeup'));
    this.life = Math.max(3, Math.round(size.events / size.tasks / (size.lines ? 2.6 : 1.4)));
  }

  run(flush: () => void): void {
    const { calls, dice, writer } = this;
    const module = calls.call('<module>', undefined);
    calls.line(module);
    this.resources.create();
    calls.line(module);
    this.spawn('main', null);
    const goOn = (): boolean => {
      flush();
      return writer.written < this.size.events;
    };
    this.loop.run(true, goOn);
    if (dice(2) === 0) this.loop.run(false, goOn);
    if (dice(2) === 0) {
      this.spawn('main', null);
      this.loop.run(true, goOn);
    }
    calls.line(module);
    if (dice(2) === 0) calls.leave(module);
    writer.write('end', this.alive.length === 0 ? 'completed' : 'deadlock', 0, 'the end');
    flush();
  }

  private spawn(coroutine: string, scope: SimulatedScope | null): SimulatedTask {
    const task: SimulatedTask = {
      id: ++this.taskCount,
      coroutine,
      frames: [],
      held: [],
      joiners: [],
      scope,
      resumed: null,
      timer: null,
      queued: false,
      cancelled: false,
      finished: false,
    };
    this.alive.push(task);
    this.writer.write('task', task.id, this.dice(8) === 0 ? `task of ${coroutine}` : `Task-${task.id}`, coroutine, 'main.py:20');
    if (scope !== null) {
      scope.pending++;
      this.writer.write('scopeTask', scope.id, task.id);
    }
    this.queue(task, 'firstStep');
    return task;
  }

  private spawnAny(scope: SimulatedScope | null): void {
    this.spawn(this.pick(COROUTINES) ?? 'fetch', scope);
  }

  private queue(task: SimulatedTask, cause: string): void {
    if (task.queued || task.finished) return;
    task.queued = true;
    this.loop.callSoon(task.id, cause, 'Task.task_wakeup', () => this.step(task));
  }

  private step(task: SimulatedTask): void {
    task.queued = false;
    task.timer = null;
    const { resumed } = task;
    task.resumed = null;
    if (task.cancelled) {
      this.unwind(task, 'cancelled', 'CancelledError()');
      return;
    }
    resumed?.();
    if (task.frames.length === 0) task.frames.push(this.calls.call(task.coroutine, undefined));
    for (;;) {
      this.calls.line(task.frames.at(-1));
      const after = this.act(task);
      if (after !== 'runs') return;
    }
  }

  /** The main task starts the others, and keeps them from waiting for each other for good. */
  private supervise(main: SimulatedTask): After {
    const wanted = Math.min(1 + this.dice(4), this.size.alive - this.alive.length, this.size.tasks - this.taskCount);
    for (let i = 0; i < wanted; i++) this.spawnAny(null);
    this.resources.relieve();
    return this.taskCount >= this.size.tasks && this.alive.length === 1 ? this.finish(main) : this.sleep(main);
  }

  private act(task: SimulatedTask): After {
    if (task.coroutine === 'main') return this.supervise(task);
    if (this.dice(this.life) === 0) return this.finish(task);
    switch (this.dice(18)) {
      case 0:
      case 1:
        return this.sleep(task);
      case 2:
        return this.want(task, this.resources.acquire(task));
      case 3:
        this.resources.release(task);
        return 'runs';
      case 4:
        return this.want(task, this.resources.get(task));
      case 5:
        return this.want(task, this.resources.put(task));
      case 6:
      case 7:
        return this.create(task);
      case 8:
        return this.join(task);
      case 9:
        return this.group(task);
      case 10:
        return this.waitForFuture(task);
      case 11:
        return this.disturb();
      case 12:
        return this.suspend(task, 'yielded', 0, () => this.queue(task, 'yielded'));
      case 13:
        return this.waitForIo(task);
      case 14:
        return this.print();
      case 15:
        return this.generate(task);
      default:
        return this.callOrReturn(task);
    }
  }

  /** Ends the task's turn. What wakes it is arranged before, as asyncio does. */
  private suspend(task: SimulatedTask, reason: string, target: number, arrange: () => void, resumed: (() => void) | null = null): After {
    arrange();
    task.resumed = resumed;
    this.writer.write('suspend', task.id, reason, target, `main.py:${this.dice(40)}`);
    return 'suspended';
  }

  private waitForIo(task: SimulatedTask): After {
    this.ios += 1;
    const io = this.ios;
    this.writer.write('io', io, this.dice(3) - 1, this.dice(1000), 'read a:80');
    const arrive = (): void => {
      this.writer.write('ioDone', io, 'result');
      this.queue(task, 'wakeup');
    };
    return this.suspend(task, 'io', io, () => this.loop.callLater(this.delay(), 'reader', arrive));
  }

  private sleep(task: SimulatedTask): After {
    const timer = this.loop.callLater(this.delay(), 'futures._set_result_unless_cancelled', () => this.queue(task, 'wakeup'));
    return this.suspend(task, 'sleep', timer.id, () => {
      task.timer = timer;
    });
  }

  /** Suspends the task if what it wants from a resource is not to be had at once. */
  private want(task: SimulatedTask, want: Want | null): After {
    if (want === null) return 'runs';
    return this.suspend(task, want.reason, want.resource.id, () => want.resource.waiters.push(task), want.resumed);
  }

  private create(task: SimulatedTask): After {
    if (this.alive.length < this.size.alive && this.taskCount < this.size.tasks) this.spawnAny(null);
    this.calls.line(task.frames.at(-1));
    return 'runs';
  }

  private join(task: SimulatedTask): After {
    const other = this.pick(this.alive);
    // Tasks outside groups wait for older such tasks, never for the main one: so they do not all wait for each other.
    const isMain = other?.coroutine === 'main';
    if (other === undefined || isMain || other.id >= task.id || other.scope !== null || task.scope !== null) return 'runs';
    this.resources.releaseAll(task);
    return this.suspend(task, 'task', other.id, () => other.joiners.push(task));
  }

  private group(task: SimulatedTask): After {
    if (this.alive.length + 2 > this.size.alive || this.taskCount + 2 > this.size.tasks) return 'runs';
    this.resources.releaseAll(task);
    const scope: SimulatedScope = { id: ++this.scopeCount, owner: task, pending: 0 };
    this.writer.write('scope', scope.id, 'TaskGroup', task.id, 'main.py:30');
    if (this.dice(2) === 0) this.writer.write('scopeDeadline', scope.id, this.dice(3) - 1, this.dice(1000));
    this.spawnAny(scope);
    this.spawnAny(scope);
    return this.suspend(
      task,
      'taskGroup',
      scope.id,
      () => {},
      () => this.writer.write('scopeEnd', scope.id, 'result'),
    );
  }

  private waitForFuture(task: SimulatedTask): After {
    const future = ++this.futureCount;
    this.writer.write('future', future, 'future of a callback', 'main.py:31');
    return this.suspend(task, 'future', future, () => {
      this.loop.callLater(this.delay(), 'set_result', () => {
        this.writer.write('futureDone', future, 'result', 'None');
        this.queue(task, 'wakeup');
      });
    });
  }

  /** Something from outside the task's own course: it holds the loop, or cancels or renames another. */
  private disturb(): After {
    const other = this.pick(this.alive);
    switch (this.dice(4)) {
      case 0:
        this.loop.advance(this.loop.clock + this.delay(), 'blocked');
        break;
      case 1:
        if (other !== undefined) this.writer.write('taskName', other.id, `renamed ${this.dice(3)}`);
        break;
      default:
        if (other !== undefined && other.coroutine !== 'main' && this.dice(4) === 0) this.cancel(other);
    }
    return 'runs';
  }

  private cancel(task: SimulatedTask): void {
    this.writer.write('cancelRequested', task.id, 'enough', 'main.py:44');
    task.cancelled = true;
    if (task.timer !== null) this.loop.cancel(task.timer);
    // The running task is cancelled when it next suspends; others now.
    if (task.frames.length > 0 && task.resumed === null) this.queue(task, 'wakeup');
  }

  private print(): After {
    this.writer.write('output', 1 + this.dice(2), `page ${this.dice(100)}\n`);
    return 'runs';
  }

  /** An asynchronous generator runs for a moment under whoever asks for its next value. */
  private generate(task: SimulatedTask): After {
    const caller = task.frames.at(-1);
    const old = this.pick(this.generators);
    if (caller === undefined) return 'runs';
    if (old === undefined || this.dice(4) === 0) this.generators.push(this.calls.call('generator', caller));
    else this.calls.resume(old, caller);
    this.calls.line(old ?? this.generators.at(-1));
    if (this.dice(3) === 0) this.calls.leave(this.generators.pop());
    return 'runs';
  }

  private callOrReturn(task: SimulatedTask): After {
    if (task.frames.length > 1 && this.dice(3) > 0) {
      this.calls.leave(task.frames.pop());
      return 'runs';
    }
    task.frames.push(this.calls.call('helper', task.frames.at(-1)));
    return 'runs';
  }

  private finish(task: SimulatedTask): After {
    return this.dice(6) === 0 ? this.unwind(task, 'exception', "ValueError('no')") : this.unwind(task, 'result', 'None');
  }

  private unwind(task: SimulatedTask, outcome: string, text: string): After {
    this.resources.forget(task);
    while (task.frames.length > 0) {
      const frame = task.frames.pop();
      if (outcome !== 'result') this.calls.raise(frame, text);
      this.calls.leave(frame);
    }
    task.finished = true;
    this.alive.splice(this.alive.indexOf(task), 1);
    this.writer.write('taskDone', task.id, outcome, text);
    for (const joiner of task.joiners) this.queue(joiner, 'wakeup');
    const { scope } = task;
    if (scope !== null && --scope.pending === 0) this.queue(scope.owner, 'wakeup');
    return 'finished';
  }

  private delay(): number {
    return (1 + this.dice(300)) * MILLISECOND;
  }

  private pick<T>(list: readonly T[]): T | undefined {
    return list[this.dice(list.length)];
  }
}
