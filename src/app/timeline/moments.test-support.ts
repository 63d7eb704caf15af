import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { Moments } from './moments';
import { Lanes } from './spans';
import { recordedClock } from './stepClock';

/** Main prints three times, asks helper to cancel, and an exception passes from its inner call (frame 2) to its outer (frame 1). */
export function eventfulTasks() {
  const recording = draw(`
    output 1 'before the loop'
    loopStart 1
    task 1 main
    handle 1 1 firstStep
    turn 1 1
    run 1
    task 2 helper
    handle 2 2 firstStep
    output 1 one
    output 1 two
    output 2 three
    cancelRequested 2 enough
    frame 1 0 main main.py
    frame 2 1 inner main.py
    raised 2 ValueError('x')
    returned 2
    raised 1 ValueError('x')
    raised 1 ValueError('x')
    suspend 1 yielded
    ran 1
    end completed 0
  `);
  const index = new RecordingIndex(recording);
  return { recording, index, lanes: new Lanes(index), moments: new Moments(index), clock: recordedClock(index, recording.length) };
}
