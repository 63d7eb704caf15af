import type { SyntaxNode } from '@lezer/common';
import { asStep } from '../../../model/units';
import type { Evidence } from '../evidence';
import type { Fix } from '../problem';
import type { Rule } from '../rule';
import { calleeOf, enclosing, everywhere, isAsync, type Source } from '../source';
import { isNestedRun } from './nested-run';

/** A coroutine was created and dropped without being awaited. Once for each place. */
export const neverAwaited: Rule = {
  name: 'never-awaited',
  *find(evidence) {
    const refused = new Set<string>();
    for (const event of evidence.events('raised')) {
      const place = isNestedRun(evidence, event) ? evidence.placeOfEvent(event) : null;
      if (place !== null) refused.add(`${place.file}:${place.line}`);
    }
    const places = new Set<string>();
    for (const at of evidence.events('misuse')) {
      const event = evidence.recording.event(at);
      if (event.type !== 'misuse' || event.kind !== 'neverAwaited') continue;
      const coroutine = evidence.recording.string(event.text);
      const dropped = evidence.placeOfSite(event.site);
      const made = callOf(evidence, coroutine, dropped);
      const place = made === null ? dropped : evidence.placeAt(made.source.file, made.source.lineOf(made.call.from), made.call.from);
      const key = `${coroutine} ${place?.file}:${place?.line}`;
      // A loop that refuses to run a coroutine drops it: that is told of as such.
      if (places.has(key) || refused.has(`${place?.file}:${place?.line}`)) continue;
      places.add(key);
      yield {
        place,
        task: evidence.taskOrNull(evidence.taskAt(at)),
        step: asStep(at + 1),
        message: `${coroutine}() makes a coroutine, and nobody awaited it: nothing of its body has run. Await it, or hand it to create_task.`,
        fix: made === null ? null : awaited(made.source, made.call),
      };
    }
  },
};

/** The call that made a coroutine: on the line where it was dropped, else the only one in the program that nobody awaits. */
function callOf(
  evidence: Evidence,
  coroutine: string,
  dropped: { file: string; line: number } | null,
): { source: Source; call: SyntaxNode } | null {
  const name = coroutine.slice(coroutine.lastIndexOf('.') + 1);
  const calls: { source: Source; call: SyntaxNode }[] = [];
  for (const source of evidence.allSources()) {
    for (const call of everywhere(source.root, 'CallExpression')) {
      if (calleeOf(source, call).split('.').at(-1) === name && call.parent?.name !== 'AwaitExpression') calls.push({ source, call });
    }
  }
  const here = calls.filter(({ source, call }) => source.file === dropped?.file && source.lineOf(call.from) === dropped?.line);
  const bare = calls.filter(({ call }) => call.parent?.name === 'ExpressionStatement');
  return here[0] ?? (bare.length === 1 ? bare[0] : calls.length === 1 ? calls[0] : null) ?? null;
}

/** `save()` as `await save()`, where it stands alone in a coroutine. */
function awaited(source: Source, call: SyntaxNode): Fix | null {
  const around = enclosing(call, 'FunctionDefinition', 'LambdaExpression');
  if (call.parent?.name !== 'ExpressionStatement' || around === null || !isAsync(around)) return null;
  return { title: 'Await it', edits: [{ file: source.file, from: call.from, to: call.from, insert: 'await ' }] };
}
