import { count } from '../../../analysis/explain/phrase';
import type { Input } from '../../../model/scenario';

/** The input with one more line, which begins on a line of its own. */
export const answered = ({ text, ended }: Input, line: string): Input => ({
  text: `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${line}\n`,
  ended,
});

/** "2 lines": how long a text is. */
export const linesOf = (text: string): string => count(text === '' ? 0 : text.replace(/\n$/, '').split('\n').length, 'line');
