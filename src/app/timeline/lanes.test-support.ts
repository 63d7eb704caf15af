import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { Lanes } from './spans';
import { recordedClock } from './stepClock';

/** 20 events: main runs from step 5 to 8, sleeps to 11, runs from 13 to 16 and is done. Helper is ready from 18 on. */
export function twoTasks() {
  const recording = draw(`
    loopStart 1
    task 1 main
    handle 1 1 firstStep
    turn 1 1
    run 1
    task 2 helper
    timer 2 1s
    suspend 1 sleep 2
    ran 1
    clock 1s idle
    due 2
    turn 2 2
    run 2 1
    output 1 hello
    output 1 world
    taskDone 1 result 'None'
    ran 2
    handle 3 2 firstStep
    cancelRequested 2
    end completed 0
  `);
  const index = new RecordingIndex(recording);
  return { recording, index, lanes: new Lanes(index), clock: recordedClock(index, recording.length) };
}
