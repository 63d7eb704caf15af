import { expect, test } from 'vitest';
import { frameWork } from './frame-trace';

const on =
  (tid: number) =>
  (name: string, ts: number, dur = 0, tdur?: number) => ({ name, pid: 1, tid, ts, dur, ...(tdur === undefined ? {} : { tdur }) });

test('the work of a frame is what the tasks of the page took since the last frame, in CPU time', () => {
  const main = on(1);
  const other = on(2);
  expect(
    frameWork([
      main('RunTask', 0, 9000, 9000),
      main('Commit', 8000, 500),
      main('RunTask', 10_000, 4000, 2000),
      other('RunTask', 11_000, 9000, 9000),
      other('Commit', 12_000),
      main('RunTask', 15_000, 3000, 3000),
      main('Commit', 17_000, 500),
      main('RunTask', 20_000, 1000),
      main('Commit', 20_500, 200),
      main('RunTask', 30_000, 1000),
    ]),
  ).toEqual([5, 1]);
});

test('a page that drew nothing has no frames', () => {
  expect(frameWork([on(1)('RunTask', 0, 1000)])).toEqual([]);
});
