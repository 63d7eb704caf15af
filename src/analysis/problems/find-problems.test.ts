import { expect, it } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import { RecordingBuilder } from '../../model/recording';
import { DEFAULT_CONDITIONS } from '../../model/scenario';
import { findProblems } from './find-problems';

it('finds nothing in a run that was stopped before anything was recorded', () => {
  const nothing = new RecordingBuilder({ files: [{ path: 'main.py', text: 'while True: pass\n' }] }, DEFAULT_CONDITIONS).recording();
  expect(findProblems(new RecordingIndex(nothing))).toEqual([]);
});
