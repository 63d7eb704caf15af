import { expect, it } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import { RecordingBuilder } from '../../model/recording';
import { draw } from '../../model/recording-drawing.test-support';
import { DEFAULT_CONDITIONS } from '../../model/scenario';
import { findProblems } from './find-problems';

it('finds nothing in a run that was stopped before anything was recorded', () => {
  const nothing = new RecordingBuilder({ files: [{ path: 'main.py', text: 'while True: pass\n' }] }, DEFAULT_CONDITIONS).recording();
  expect(findProblems(new RecordingIndex(nothing))).toEqual([]);
});

it('finds who computes without an await when the run is cut short', () => {
  const began = 'loopStart 1\n task 1 main\n handle 1 1 firstStep\n turn 1 1\n run 1\n frame 1 0 main main.py\n line 1 2';
  const lines = '\n line 1 3'.repeat(10_000);
  const problems = (text: string) => findProblems(new RecordingIndex(draw(text)));
  expect(problems(`${began}${lines}\n end budget 4 x`)).toMatchObject([
    { rule: 'blocking-call', task: 1, place: { file: 'main.py', line: 3 } },
  ]);
  expect(problems(`${began}${lines}`)).toMatchObject([{ rule: 'blocking-call' }]);
  expect(problems(`${began}${lines}\n end completed 1`)).toEqual([]);
  expect(problems(`${began}\n line 1 3\n end budget 4 x`)).toEqual([]);
  expect(problems(`${began}${lines}\n suspend 1 yielded\n ran 1\n loopStop 1\n end completed 0`)).toEqual([]);
});
