import { describe, expect, it } from 'vitest';
import { explanationText } from './explanation';
import { code, count, listed, ordinal, type Phrase, say, sentences } from './phrase';

const text = (parts: Phrase) => explanationText({ parts });

describe('the making of sentences', () => {
  it('joins neighbouring words to one part', () => {
    expect(say`${'a'} and ${say`${'b'}`} make ${2}`).toEqual([{ kind: 'text', text: 'a and b make 2' }]);
  });

  it('begins a sentence with a capital letter, unless it begins with a name', () => {
    expect(text(sentences(say`the end.`, null, [], say`${code('x')} is gone.`))).toBe('The end. x is gone.');
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('lists %j', (names, expected) => {
    expect(text(listed(names.map(code)))).toBe(expected);
  });

  it('shows Python on one line, and not too much of it', () => {
    expect(code('  a =\n    1 ').text).toBe('a = 1');
    expect(code('x'.repeat(100)).text).toBe(`${'x'.repeat(59)}…`);
    expect(code('🦊'.repeat(60)).text).toBe('🦊'.repeat(60));
  });

  it('counts things', () => {
    expect([count(0, 'item'), count(1, 'item'), count(2, 'item')]).toEqual(['0 items', '1 item', '2 items']);
    expect([1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 103, 111].map(ordinal)).toEqual(
      '1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 103rd 111th'.split(' '),
    );
  });
});
