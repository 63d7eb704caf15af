import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import type { Program } from '../../model/scenario';
import { asStep } from '../../model/units';
import { explain } from './explain';
import { type Explanation, explanationText } from './explanation';

/** The explanation of the last event of a drawing (see `draw`). */
export function explained(drawing: string, program?: Program): Explanation {
  const recording = draw(drawing, program);
  return explain(new RecordingIndex(recording), asStep(recording.length));
}

/** The same as plain text. */
export const said = (drawing: string, program?: Program): string => explanationText(explained(drawing, program));

/** The explanation of an event of a drawing before its last one, which the drawing marks with "<-". */
export function saidAtMark(drawing: string): string {
  const lines = drawing.split('\n').filter((line) => line.replace(/#.*/, '').trim() !== '');
  const mark = lines.findIndex((line) => line.trimEnd().endsWith('<-'));
  if (mark === -1) throw new Error('the drawing has no "<-"');
  const recording = draw(drawing.replace('<-', ''));
  return explanationText(explain(new RecordingIndex(recording), asStep(mark + 1)));
}

/** main runs, and has created a and b, which are in the ready queue in this order. */
export const MAIN_A_B = `
  task 1 Task-1 main main.py:20
  handle 1 1 firstStep
  loopStart 1
  turn 1 1
  run 1
  task 2 Task-2 a main.py:12
  handle 2 2 firstStep
  task 3 Task-3 b main.py:13
  handle 3 3 firstStep
`;
