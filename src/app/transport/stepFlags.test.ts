import { expect, test } from 'vitest';
import { type StepFlag, thinned } from './stepFlags';

test('of flags that would be drawn over each other the first of each kind is left', () => {
  const flags: StepFlag[] = [
    { kind: 'breakpoint', step: 1 },
    { kind: 'breakpoint', step: 2 },
    { kind: 'breakpoint', step: 60 },
    { kind: 'bookmark', step: 2 },
  ];
  expect(thinned(flags, 100, 10)).toEqual([flags[0], flags[2], flags[3]]);
});
