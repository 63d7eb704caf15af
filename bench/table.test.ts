import { expect, it } from 'vitest';
import { formatTable } from './table';

it('the table of figures lines up and says what was reached, what was missed, and what is only to be known', () => {
  const table = formatTable([
    { what: 'a step', figure: '0.9 ms', target: '≤ 4 ms', ok: true },
    { what: 'recording', figure: '2.4×', target: '≤ 2×', ok: false },
    { what: 'events', figure: '1,000,000', target: '', ok: true },
  ]);
  expect(table.split('\n')).toEqual([
    '| what      |    figure | target |         |',
    '| --------- | --------: | -----: | ------- |',
    '| a step    |    0.9 ms | ≤ 4 ms | reached |',
    '| recording |      2.4× |   ≤ 2× | MISSED  |',
    '| events    | 1,000,000 |        |         |',
  ]);
});
