import type { SyntaxNode } from '@lezer/common';
import { asStep } from '../../../model/units';
import { placeOfSite } from '../../../model/views/place';
import { WORDS } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { Fix } from '../problem';
import type { Rule } from '../rule';
import { calleeOf, children, enclosing, type Source } from '../source';

const TASK_GROUP = WORDS.scopeKind.indexOf('TaskGroup');
const CREATES = /(^|\.)(create_task|ensure_future)$/;

/** A created task is kept by nobody, so it may be garbage-collected while it waits. Once for each line. */
export const taskNotKept: Rule = {
  name: 'task-not-kept',
  *find(evidence) {
    const { recording } = evidence;
    const sites = new Set<number>();
    const grouped = tasksInGroups(evidence);
    for (const event of evidence.events('task')) {
      const task = recording.fieldAt(event, 0);
      const site = recording.fieldAt(event, 3);
      if (sites.has(site) || grouped.has(task)) continue;
      const place = placeOfSite(recording.string(site));
      const source = place === null ? null : evidence.source(place.file);
      const call = source === null || place === null ? null : droppedCall(source, place.line);
      if (source === null || call === null || isDoneAtOnce(evidence, task, event)) continue;
      sites.add(site);
      yield {
        place: evidence.placeAt(source.file, source.lineOf(call.from), call.from),
        task: evidence.taskOrNull(task),
        step: asStep(event + 1),
        message: `Nobody keeps the task ${evidence.label(task)}: the loop refers to its tasks only weakly, so Python may garbage-collect it before it is done. Keep it in a variable or a set until it is finished, or create it in a TaskGroup.`,
        fix: kept(source, call),
      };
    }
  },
};

/** Whether a task ended before whoever created it gave control back, as an eager one may. */
function isDoneAtOnce(evidence: Evidence, task: number, creation: number): boolean {
  const { event } = evidence.index.tasks.stateAt(task, evidence.length);
  const runner = evidence.index.running.at(creation);
  return runner.who === 'handle' && evidence.isFinished(task, evidence.length) && event < evidence.endOfRun(runner.event);
}

/** Tasks that a TaskGroup keeps. */
function tasksInGroups(evidence: Evidence): ReadonlySet<number> {
  const { recording, index } = evidence;
  const grouped = new Set<number>();
  for (const event of evidence.events('scopeTask')) {
    if (recording.fieldAt(index.scopes.creation(recording.fieldAt(event, 0)), 1) === TASK_GROUP) grouped.add(recording.fieldAt(event, 1));
  }
  return grouped;
}

/** The call on a line that creates a task as a statement of its own; null if there is none. */
function droppedCall(source: Source, line: number): SyntaxNode | null {
  const statement = source.around(line, 'ExpressionStatement');
  const call = statement?.firstChild;
  return call?.name === 'CallExpression' && CREATES.test(calleeOf(source, call)) ? call : null;
}

/** As the documentation of `asyncio.create_task` has it: a set that keeps tasks until they are done. */
function kept(source: Source, call: SyntaxNode): Fix | null {
  const statement = call.parent;
  if (statement === null || statement.parent?.name !== 'Body') return null;
  const line = source.lineOf(statement.from);
  const indent = source.indentOf(line);
  // Only a statement that has its line for itself.
  if (source.text.slice(source.startOf(line), statement.from) !== indent) return null;
  const set = 'background_tasks';
  const imports = children(source.root).filter(({ name }) => name === 'ImportStatement');
  const last = imports.at(-1);
  if (last === undefined || enclosing(statement, 'FunctionDefinition') === null) return null;
  const after = source.startOf(source.lineOf(last.to - 1) + 1);
  const known = new RegExp(`^${set}\\b`, 'm').test(source.text);
  return {
    title: 'Keep the task in a set until it is done',
    edits: [
      ...(known ? [] : [{ file: source.file, from: after, to: after, insert: `\n${set} = set()\n` }]),
      { file: source.file, from: call.from, to: call.from, insert: 'task = ' },
      {
        file: source.file,
        from: call.to,
        to: call.to,
        insert: `\n${indent}${set}.add(task)\n${indent}task.add_done_callback(${set}.discard)`,
      },
    ],
  };
}
