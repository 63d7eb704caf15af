import { expect, test } from 'vitest';
import { Echoes } from './echoes';

test('a text that was never sent comes from outside', () => {
  expect(new Echoes().receive('import asyncio')).toBe(false);
});

test('what was sent is an echo, once', () => {
  const echoes = new Echoes();
  echoes.send('a');
  expect(echoes.receive('a')).toBe(true);
  expect(echoes.receive('a')).toBe(false);
});

test('an echo that comes late, while the user has typed on, is still an echo', () => {
  const echoes = new Echoes();
  for (const text of ['a', 'ab', 'abc']) echoes.send(text);
  expect(echoes.receive('ab')).toBe(true);
  expect(echoes.receive('abc')).toBe(true);
});

test('echoes that were skipped are forgotten: their text would be news', () => {
  const echoes = new Echoes();
  for (const text of ['a', 'ab', 'abc']) echoes.send(text);
  expect(echoes.receive('abc')).toBe(true);
  expect(echoes.receive('a')).toBe(false);
});
