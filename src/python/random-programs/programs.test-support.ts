import fc from 'fast-check';

/** Multiples of both_loops.py's TICK, so that sums of floats are exact; equal ones, and a zero, make deadlines meet. */
const delay = fc.constantFrom(0, 0.25, 0.25, 0.5, 1, 1.5, 3);
/** Of each kind of resource there are two, so that tasks meet at them. */
const which = fc.constantFrom(0, 1);

/** A statement, from its own number, which makes its names and words unique. */
type Statement = (number: () => number) => readonly string[];

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `    ${line}`);
const statement =
  (...lines: readonly string[]): Statement =>
  (number) =>
    lines.map((line) => line.replaceAll('#', String(number())));

/** A block under a header. `#` in the lines around it stands for the block's number. */
function block(header: string, body: readonly Statement[], ...after: readonly string[]): Statement {
  return (number) => {
    const own = String(number());
    const name = (line: string) => line.replaceAll('#', own);
    return [name(header), ...indented(['pass', ...body.flatMap((inner) => inner(number))]), ...after.map(name)];
  };
}

/** Functions that run `bodies`, and a statement that begins them: `{}` stands for their calls. */
const children =
  (bodies: readonly (readonly Statement[])[], ...lines: readonly string[]): Statement =>
  (number) => {
    const names = bodies.map(() => `child_${number()}`);
    const own = String(number());
    const calls = names.map((name) => `${name}()`).join(', ');
    return [
      ...bodies.flatMap((body, at) => block(`async def ${names[at]}():`, body, '')(number)).filter((line) => line !== ''),
      ...lines.map((line) => line.replaceAll('{}', calls).replaceAll('#', own)),
    ];
  };

const simple: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 4, arbitrary: delay.map((seconds) => statement(`await asyncio.sleep(${seconds})`, "say('slept')")) },
  { weight: 2, arbitrary: which.map((at) => statement(`events[${at}].set()`)) },
  which.map((at) => statement(`events[${at}].clear()`)),
  which.map((at) => statement(`say('waits for', ${at}, await events[${at}].wait())`)),
  { weight: 2, arbitrary: which.map((at) => statement(`await queues[${at}].put('#')`, "say('put')")) },
  { weight: 2, arbitrary: which.map((at) => statement(`say('got', await queues[${at}].get())`, `queues[${at}].task_done()`)) },
  which.map((at) => statement(`await queues[${at}].join()`, "say('joined')")),
  which.map((at) => statement(`say('arrived', await barriers[${at}].wait())`)),
  which.map((at) => statement(`async with conditions[${at}]:`, `    say('notified', await conditions[${at}].wait())`)),
  fc
    .tuple(which, fc.constantFrom('notify()', 'notify_all()'))
    .map(([at, call]) => statement(`async with conditions[${at}]:`, `    conditions[${at}].${call}`)),
  delay.map((seconds) => statement(`asyncio.get_running_loop().call_later(${seconds}, say, 'later #')`)),
  fc.constant(statement("asyncio.get_running_loop().call_soon(say, 'soon #')")),
  fc.nat(5).map((at) => statement(`say('cancels', tasks and tasks[${at} % len(tasks)].cancel('#'))`)),
  fc.nat(5).map((at) => statement(`tasks and tasks[${at} % len(tasks)].add_done_callback(lambda _: say('callback #'))`)),
  fc.nat(5).map((at) => statement('if tasks:', `    await asyncio.wait({tasks[${at} % len(tasks)]}, timeout=1)`, "    say('waited')")),
  fc.constantFrom('red', 'green').map((value) => statement(`color.set('${value}')`)),
  fc.constant(statement('say(color.get())')),
  fc.constant(statement("say('raises')", "raise ValueError('#')")),
);

const { body } = fc.letrec<{ statement: Statement; body: readonly Statement[] }>((tie) => {
  const inner = tie('body');
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  return {
    statement: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 6, arbitrary: simple },
      fc.tuple(which, inner).map(([at, it]) => block(`async with locks[${at}]:`, it)),
      fc.tuple(which, inner).map(([at, it]) => block(`async with semaphores[${at}]:`, it)),
      fc.tuple(delay, inner).map(([seconds, it]) => block(`async with asyncio.timeout(${seconds}):`, it)),
      inner.map((it) => block('try:', it, 'except Exception as error:', "    say('caught', repr(error))", 'finally:', "    say('left')")),
      several.map((them) => children(them, 'tasks.extend(map(asyncio.create_task, [{}]))')),
      several.map((them) => children(them, "say('gathered', await asyncio.gather({}, return_exceptions=True))")),
      several.map((them) => children(them, "say('gathered', await asyncio.gather({}))")),
      several.map((them) =>
        children(them, 'async with asyncio.TaskGroup() as group:', '    tasks.extend(map(group.create_task, [{}]))', "say('group left')"),
      ),
      fc
        .tuple(several, fc.constantFrom('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'), delay)
        .map(([them, until, seconds]) =>
          children(
            them,
            'some = list(map(asyncio.create_task, [{}]))',
            `done, pending = await asyncio.wait(some, return_when=asyncio.${until}, timeout=${seconds + 1})`,
            'say([task in done for task in some])',
          ),
        ),
      several.map((them) =>
        children(
          them,
          'for result in asyncio.as_completed(list(map(asyncio.create_task, [{}])), timeout=2):',
          "    say('completed', await result)",
        ),
      ),
      fc.tuple(inner, delay).map(([it, seconds]) => children([it], `say('in time', await asyncio.wait_for({}, ${seconds}))`)),
      inner.map((it) => children([it], 'await asyncio.shield({})')),
    ),
    body: fc.array(tie('statement'), { minLength: 1, maxLength: 5 }),
  };
});

/**
 * A program as text: a `main` that says what happens when, without end only where it waits for ever, which a timeout ends. No
 * CancelledError is ever swallowed.
 */
export const anyProgram: fc.Arbitrary<string> = body.map((statements) => {
  let count = 0;
  const number = () => ++count;
  const lines = statements.flatMap((one) => one(number));
  return `${[
    'async def main():',
    ...indented([
      'tasks = []',
      'locks = [asyncio.Lock(), asyncio.Lock()]',
      'semaphores = [asyncio.Semaphore(1), asyncio.BoundedSemaphore(2)]',
      'events = [asyncio.Event(), asyncio.Event()]',
      'queues = [asyncio.Queue(1), asyncio.PriorityQueue()]',
      'conditions = [asyncio.Condition(locks[0]), asyncio.Condition()]',
      'barriers = [asyncio.Barrier(1), asyncio.Barrier(2)]',
      'async with asyncio.timeout(100):',
      ...indented(lines),
      "say('main ends')",
    ]),
  ].join('\n')}\n`;
});
