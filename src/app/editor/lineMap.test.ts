import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineMap } from './lineMap';

const Lines = fc.array(fc.constantFrom('a', 'b', 'pass', ''), { minLength: 1, maxLength: 8 });

describe('where the lines of an earlier text are now', () => {
  test('lines above an edit stay, lines below move, changed ones are nowhere', () => {
    const map = lineMap('a\nb\nc\nd', 'a\nB\nB2\nc\nd');
    expect([1, 2, 3, 4].map(map.toNow)).toEqual([1, null, 4, 5]);
    expect([1, 2, 3, 4, 5].map(map.toThen)).toEqual([1, null, null, 3, 4]);
  });

  test('a line that is mapped reads the same in both texts, and maps back', () => {
    fc.assert(
      fc.property(Lines, Lines, (then, now) => {
        const map = lineMap(then.join('\n'), now.join('\n'));
        then.forEach((text, position) => {
          const line = map.toNow(position + 1);
          if (line === null) return;
          expect(now[line - 1]).toBe(text);
          expect(map.toThen(line)).toBe(position + 1);
        });
      }),
    );
  });
});
