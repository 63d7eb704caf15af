/** What came along with a text that was copied from somewhere. */
export type PastedWith = 'prompts' | 'fences' | 'line numbers';

export interface CleanedText {
  readonly with: PastedWith;
  /** The text without it. */
  readonly text: string;
}

/** The program in a text that was pasted with a notebook's or a shell's prompts, Markdown's fences, or line numbers; null for one without. */
export function cleaned(text: string): CleanedText | null {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const found = [withoutFences(lines), withoutPrompts(lines), withoutNumbers(lines)].find((clean) => clean !== null);
  if (found === undefined || found === null) return null;
  // What is inside the fences may have prompts or numbers of its own.
  const inner = cleaned(found.text);
  return inner === null ? found : { with: found.with, text: inner.text };
}

const joined = (lines: readonly string[]): string => `${lines.join('\n').replace(/^\n+|\s+$/g, '')}\n`;
const isBlank = (line: string): boolean => line.trim() === '';

/** All blocks of code between fences; what is outside them is prose. */
function withoutFences(lines: readonly string[]): CleanedText | null {
  const first = lines.find((line) => !isBlank(line));
  const fences = lines.filter((line) => FENCE.test(line)).length;
  // A fence in the middle may stand in a string or a comment of a program; at the beginning it never does.
  if (fences === 0 || first === undefined || !(FENCE.test(first) || (fences >= 2 && !isCode(first)))) return null;
  const code: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (FENCE.test(line)) {
      inside = !inside;
      if (!inside) code.push('');
    } else if (inside) code.push(line);
  }
  return { with: 'fences', text: joined(code) };
}

const FENCE = /^\s*(```|~~~)\s*[\w+-]*\s*$/;
/** How a program may begin, as against prose. */
const isCode = (line: string): boolean => /^\s*(#|@|"|'|import\b|from\b|async\b|def\b|class\b|[\w.]+\s*[=([])/.test(line);

const SHELL = /^\s*(>>>|\.\.\.)(?: |$)/;
const NOTEBOOK = /^\s*(?:In\s*\[\s*\d*\s*\]:|\.\.\.:) ?/;
const ANSWER = /^\s*Out\s*\[\s*\d*\s*\]:/;

/** The lines behind prompts: those without are what was printed. */
function withoutPrompts(lines: readonly string[]): CleanedText | null {
  const first = lines.find((line) => !isBlank(line)) ?? '';
  if (/^\s*>>>(?: |$)/.test(first)) {
    return { with: 'prompts', text: joined(lines.filter((line) => SHELL.test(line)).map((line) => line.replace(SHELL, ''))) };
  }
  if (!NOTEBOOK.test(first)) return null;
  const code: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (NOTEBOOK.test(line)) {
      inside = true;
      code.push(line.replace(NOTEBOOK, ''));
    } else if (ANSWER.test(line)) inside = false;
    // A cell's further lines have no prompt of their own when they were copied from a notebook.
    else if (inside) code.push(line);
  }
  return { with: 'prompts', text: joined(code) };
}

const NUMBERED = /^\s*(\d+)(?:[:.|)]| |\t|$)/;

/** Numbers before all lines, that count up by one; what is behind them keeps its indentation. */
function withoutNumbers(lines: readonly string[]): CleanedText | null {
  const written = lines.filter((line) => !isBlank(line));
  if (written.length < 3 || written.every((line) => /^\s*\d+\s*$/.test(line))) return null;
  const numbers = written.map((line) => Number(NUMBERED.exec(line)?.[1] ?? Number.NaN));
  const counts = numbers.every((number, i) => !Number.isNaN(number) && (i === 0 || number > (numbers[i - 1] ?? 0)));
  const [start = 0] = numbers;
  if (!counts || (numbers.at(-1) ?? 0) - start > lines.length) return null;
  const behind = written.map((line) => line.replace(/^\s*\d+[:.|)]?/, ''));
  const indent = Math.min(...behind.filter((line) => !isBlank(line)).map((line) => line.length - line.trimStart().length));
  // Numbers that were left out are empty lines.
  const code: string[] = [];
  for (const [i, line] of behind.entries()) {
    while (code.length < (numbers[i] ?? 0) - start) code.push('');
    code.push(line.slice(Math.min(indent, line.length - line.trimStart().length)));
  }
  return { with: 'line numbers', text: joined(code) };
}
