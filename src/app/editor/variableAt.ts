import type { VariableChange } from '../../model/variable-history';
import { scopesAround } from './pythonScopes';

/** A variable's history, for whoever shows it. */
export interface VariableStory {
  readonly name: string;
  /** The function that it belongs to; "<module>" for a global. */
  readonly function: string;
  readonly changes: readonly VariableChange[];
}

/** Every change of a variable of a function; empty when it has none by that name. */
export type ChangesOf = (scope: string, name: string) => readonly VariableChange[];

/** The history of the variable that a name in a line stands for; null for an attribute, and for what was never a variable here. */
export function storyAt(lines: readonly string[], line: number, column: number, changesOf: ChangesOf): VariableStory | null {
  const name = nameAt(lines[line - 1] ?? '', column);
  if (name === null) return null;
  for (const scope of scopesAround(lines, line)) {
    const changes = changesOf(scope, name);
    if (changes.length > 0) return { name, function: scope, changes };
  }
  return null;
}

/** The name that a column (from 1, between characters) touches; null if there is none or a dot stands before it. */
function nameAt(text: string, column: number): string | null {
  for (const found of text.matchAll(/(\.\s*)?([\p{ID_Start}_]\p{ID_Continue}*)/gu)) {
    const [whole, dot = '', name = ''] = found;
    const start = found.index + whole.length - name.length;
    if (column - 1 < start || column - 1 > start + name.length) continue;
    return dot === '' ? name : null;
  }
  return null;
}

/** The changes nearest to a step, `most` of them, and how many there are before and after those. */
export function changesAround(changes: readonly VariableChange[], step: number, most: number) {
  const past = changes.findLastIndex((change) => change.step <= step);
  const start = Math.max(0, Math.min(past - Math.floor(most / 2), changes.length - most));
  return { earlier: start, shown: changes.slice(start, start + most), later: Math.max(0, changes.length - start - most) };
}
