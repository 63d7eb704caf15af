const DEFINITION = /^(\s*)(?:async\s+)?(def|class)\s+([\p{ID_Start}_]\p{ID_Continue}*)/u;
/** A line that goes on with a bracket's end stands where its first line stands, not where a new statement would. */
const CONTINUATION = /^\s*[)\]}]/;

interface Definition {
  readonly kind: 'function' | 'class';
  readonly name: string;
}

/**
 * The qualified names (as in `__qualname__`) of the functions and classes around a line, innermost first, and "<module>" at last: where
 * Python looks for a variable of that line. A `def` line is inside its function, where its parameters are. Lines count from 1.
 * Told from the indentation alone, since a text that is being edited need not be valid.
 */
export function scopesAround(lines: readonly string[], line: number): readonly string[] {
  const around: Definition[] = [];
  let indent = Number.POSITIVE_INFINITY;
  for (let at = line; at >= 1 && indent > 0; at--) {
    const text = lines[at - 1] ?? '';
    if (text.trim() === '' || text.trimStart().startsWith('#') || CONTINUATION.test(text)) continue;
    const depth = text.length - text.trimStart().length;
    if (depth >= indent) continue;
    indent = depth;
    const [matched, , keyword, name = ''] = DEFINITION.exec(text) ?? [];
    if (matched !== undefined) around.unshift({ kind: keyword === 'class' ? 'class' : 'function', name });
  }
  return [...around.map((_, position) => qualifiedName(around.slice(0, position + 1))).reverse(), '<module>'];
}

function qualifiedName(chain: readonly Definition[]): string {
  return chain.map(({ kind, name }, i) => (i === chain.length - 1 ? name : `${name}${kind === 'class' ? '.' : '.<locals>.'}`)).join('');
}
