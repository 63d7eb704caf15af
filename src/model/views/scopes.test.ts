import { expect, it } from 'vitest';
import { worldAfter } from '../world-drawing.test-support';

const OPENED = 'task 1 main\ntask 2 a\ntask 3 b\nscope 1 TaskGroup 1 main.py:8\n';

it('a scope knows its owner, its place and its tasks in the order in which they joined', () => {
  expect(worldAfter(`${OPENED} scopeTask 1 3\nscopeTask 1 2`).scopes).toEqual([
    { scope: 1, kind: 'TaskGroup', owner: 1, place: { file: 'main.py', line: 8 }, tasks: [3, 2], deadline: null, ended: null },
  ]);
});

it('a scope of the program itself has no owner', () => {
  expect(worldAfter('scope 1 gather').scopes).toMatchObject([{ owner: null, place: null }]);
});

it('a scope has the deadline that was set last, or none once that is lifted', () => {
  const timed = `${OPENED} scopeDeadline 1 2s\nscopeDeadline 1 90s\n`;
  expect(worldAfter(timed).scopes[0]?.deadline).toBe(90e9);
  expect(worldAfter(`${timed} scopeDeadline 1 never`).scopes[0]?.deadline).toBeNull();
});

it('a scope that was left stays, with how it ended', () => {
  expect(worldAfter(`${OPENED} scopeEnd 1 cancelled`).scopes).toMatchObject([{ ended: 'cancelled' }]);
});
