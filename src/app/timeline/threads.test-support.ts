import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { Lanes } from './spans';

/** main gives a call to a thread of a pool, which sleeps for 0.3 s, prints and has no work any more; main prints as well. */
export function threadedTask() {
  const recording = draw(`
    loopStart 1
    task 1 main
    handle 1 1 firstStep
    turn 1 1
    run 1
    work 1 load
    thread 1 pool_0 _worker
    output 1 'from main'
    suspend 1 work 1
    ran 1
    threadRun 1
    workBegun 1 1
    threadWait 1 sleep 0.3s
    clock 0.3s idle
    threadRun 1
    output 1 'from the thread'
    workDone 1 result 4
    threadWait 1 work
    end completed 0
  `);
  const index = new RecordingIndex(recording);
  return { index, lanes: new Lanes(index) };
}
