import { describe, expect, it } from 'vitest';
import { draw } from './recording-drawing.test-support';

/** What is wrong with the last event of a drawing. */
const drawing = (events: string) => () => draw(events);

const RUNNING = `
  task 1 main
  handle 1 1 firstStep
  loopStart 1
  run 1
`;

describe('an event is refused', () => {
  it.each([
    { because: 'its new id is not the next one', events: 'task 2', message: 'event 0 (task): task is 2, but the next new task is 1' },
    {
      because: 'what it names does not exist',
      events: 'taskName 1 x',
      message: 'event 0 (taskName): task is 1, but there is no such task',
    },
    { because: 'it must name something and names nothing', events: 'line 0 3', message: 'frame is 0, but there is no such frame' },
    {
      because: 'a number is out of range',
      events: 'frame 1 0 f\nline 1 0',
      message: 'event 1 (line): line is 0, not from 1 to 2147483647',
    },
    { because: 'a time is negative', events: 'clock never idle', message: 'hi is -1, not the high half of a time' },
    {
      because: 'the clock would go back',
      events: 'clock 2s idle\nclock 1.5s idle',
      message: 'sets the clock back from 2000000000 ns to 1500000000 ns',
    },
    {
      because: 'a task waits for something that does not exist',
      events: 'task 1\nsuspend 1 get 1',
      message: 'target is 1, but there is no such resource',
    },
    {
      because: 'a task waits for nothing in particular and yet has a target',
      events: 'task 1\nsuspend 1 yielded 1',
      message: 'target is 1, but yielded has none',
    },
    {
      because: 'a task sleeps on a handle that is not a timer',
      events: 'task 1\nhandle 1\nsuspend 1 sleep 1',
      message: 'that handle is not a timer',
    },
    { because: 'a handle becomes due that is no timer', events: 'handle 1\ndue 1', message: 'handle 1 is not a timer that can become due' },
    { because: 'a timer becomes due twice', events: 'timer 1 1s\ndue 1\ndue 1', message: 'handle 1 is not a timer that can become due' },
    { because: 'a handle runs that was not queued', events: 'timer 1 1s\nrun 1', message: 'handle 1 runs, but is not in the ready queue' },
    { because: 'a handle runs twice', events: 'handle 1\nrun 1\nran 1\nrun 1', message: 'handle 1 runs, but is not in the ready queue' },
    {
      because: 'a handle runs inside another',
      events: 'handle 1\nhandle 2\nrun 1\nrun 2',
      message: 'handle 2 runs while handle 1 has not returned',
    },
    {
      because: 'a task runs in the middle of itself',
      events: 'task 1\nhandle 1 1\nhandle 2 1\nrun 1\nthread 1\nthreadRun 1\nrun 2',
      message: 'task 1 runs in the middle of itself',
    },
    {
      because: 'a handle returns that does not run',
      events: 'handle 1\nhandle 2\nrun 1\nran 2',
      message: 'handle 2 returns, but is not the one that runs',
    },
    {
      because: 'a handle is dropped that ran before',
      events: 'handle 1\nrun 1\nran 1\ndropped 1',
      message: 'handle 1 is dropped, but was gone before',
    },
    { because: 'a call would be its own caller', events: 'frame 1 0 f\nframe 1 1 f', message: 'frame 1 is its own caller' },
    {
      because: 'a call would be resumed by one that it has called',
      events: 'frame 1 0 f\nframe 2 1 g\nframe 3 2 h\nframe 1 3 f',
      message: 'event 3 (frame): frame 1 is resumed by frame 3, which it has itself called',
    },
    { because: 'it comes after the end', events: 'end completed\noutput 1 late', message: 'event 1 (output): follows the end' },
    {
      because: "a resource's item came before",
      events: 'resource 1 Queue q\nitemPut 1 1 a\nitemPut 1 1 a',
      message: 'item is 1, but the next new item is 2',
    },
  ])('when $because', ({ events, message }) => {
    expect(drawing(events)).toThrow(message);
  });
});

describe('an event is accepted', () => {
  it.each([
    { when: 'a scope loses its deadline', events: 'scope 1 timeout\nscopeDeadline 1 never' },
    { when: 'a call is resumed by another one', events: 'frame 1 0 f\nframe 2 1 g\nframe 3 0 h\nframe 2 3 g' },
    {
      when: 'a loop stops while a handle runs, because an exception went through it',
      events: `${RUNNING}\nloopStop 1\nloopStart 1\nhandle 2\nrun 2`,
    },
    { when: 'a cancelled timer is dropped that never was due', events: 'timer 1 1s\nhandleCancelled 1\ndropped 1' },
    { when: 'another loop was created before and never ran', events: 'loopStart 2\nloopStop 2' },
    { when: 'the same loop runs again', events: 'loopStart 1\nloopStop 1\nloopStart 1\nloopStop 1\nloopStart 2' },
    { when: 'the program itself holds a lock', events: 'resource 1 Lock lock\nacquired 1 0' },
  ])('when $when', ({ events }) => {
    expect(drawing(events)).not.toThrow();
  });
});
