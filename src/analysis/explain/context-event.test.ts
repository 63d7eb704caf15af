import { describe, expect, it } from 'vitest';
import { contextOf } from '../../model/context-variables';
import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { asStep, asTaskId } from '../../model/units';
import { said } from './said.test-support';

const INHERITED = `
  loopStart 1
  task 1 Task-1 main main.py:9
  contextVariable 1 user "'Ada'"
  handle 1 1 firstStep
  turn 1 1
  run 1`;

describe('context variables', () => {
  it('are inherited, set and lost, and that is said', () => {
    expect(said('loopStart 1\n task 1 Task-1 main main.py:9\n contextVariable 1 user 7')).toBe(
      'main begins with a copy of the context in which it was created: the context variable user is 7 there.',
    );
    expect(said(`${INHERITED}\n contextVariable 1 user 8`)).toBe(
      `In this step main has set the context variable user to 8; other tasks don't see that. It was "'Ada'".`,
    );
    expect(said(`${INHERITED}\n contextVariable 1 user`)).toBe('In its context, main no longer has a value for the context variable user.');
  });

  it('are known at each step, with the steps at which they changed', () => {
    const index = new RecordingIndex(draw(`${INHERITED}\n contextVariable 1 depth 1\n contextVariable 1 user 8\n contextVariable 1 depth`));
    const at = (step: number) => contextOf(index, asTaskId(1), asStep(step));
    expect(at(2)).toEqual([]);
    expect(at(3)).toEqual([{ name: 'user', value: `"'Ada'"`, changedAt: [3] }]);
    expect(at(8)).toEqual([
      { name: 'user', value: '8', changedAt: [3, 8] },
      { name: 'depth', value: '1', changedAt: [7] },
    ]);
    expect(at(9)).toEqual([{ name: 'user', value: '8', changedAt: [3, 8] }]);
  });
});
