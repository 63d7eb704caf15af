import { describe, expect, it } from 'vitest';
import { MAIN_A_B, said, saidAtMark } from './said.test-support';

const A_SLEEPS = `
  ${MAIN_A_B}
  suspend 1 task 2 main.py:14
  ran 1
  turn 2 2
  run 2
  timer 4 0.3s _set_result_unless_cancelled
  suspend 2 sleep 4 main.py:5
  ran 2`;
const A_IS_DUE = `${A_SLEEPS}\n run 3\n taskDone 3 result None\n ran 3\n clock 0.3s idle\n due 4`;

describe('the explanation of what joins the ready queue', () => {
  it('says that a new task waits for its turn, and behind whom', () => {
    expect(said('task 1 Task-1 main\n handle 1 1 firstStep')).toBe(
      'main joins the ready queue, where it is first in line. Its first step comes when it is its turn.',
    );
    expect(said(MAIN_A_B)).toBe('b joins the ready queue, behind a. Its first step comes when it is its turn.');
  });

  it('says what a callback of asyncio does that no timer calls: where a transport uses it, nobody sleeps', () => {
    expect(said('task 1 Task-1 main\n handle 1 1 firstStep\n run 1\n handle 2 0 callback _set_result_unless_cancelled')).toBe(
      'main hands a callback to the loop, and it joins the ready queue, where it is first in line. It puts the result into the future that a task waits for.',
    );
    expect(said('handle 1 0 callback _set_result_unless_cancelled\n run 1')).toBe(
      'The loop runs a callback that puts the result into the future that a task waits for.',
    );
  });

  it('says why a sleeper wakes up', () => {
    expect(said(`${A_IS_DUE}\n turn 3 1\n run 4\n handle 5 2 wakeup`)).toBe(
      'a wakes up, because its sleep is over. It joins the ready queue, where it is first in line.',
    );
  });

  it('says who wakes another task, and why', () => {
    const drawing = `
      ${MAIN_A_B}
      resource 1 Queue out main.py:3
      level 1 0 2
      suspend 1 get 1 main.py:14
      ran 1
      turn 2 2
      run 2
      handle 4 1 wakeup`;
    expect(said(drawing)).toBe('a wakes main: there is an item in out. main joins the ready queue, behind b.');
  });

  it('says how the future ended that a task waits for', () => {
    const awaits = `${MAIN_A_B}\n future 1 Future main.py:3\n suspend 1 future 1 main.py:14\n ran 1\n turn 2 2\n run 2`;
    expect(said(`${awaits}\n futureDone 1 cancelled ''\n handle 4 1 wakeup`)).toBe(
      'a wakes main: the future that it waits for was cancelled. main joins the ready queue, behind b.',
    );
    expect(said(`${awaits}\n futureDone 1 exception ValueError()\n handle 4 1 wakeup\n ran 2\n run 3\n ran 3\n turn 3 1\n run 4`)).toBe(
      'main goes on at main.py:14: the future that it waits for has failed. Until it hands control back, nobody else can run.',
    );
  });

  it('says that a task wakes up to be cancelled', () => {
    expect(said(`${A_SLEEPS}\n run 3\n cancelRequested 2 '' main.py:9\n handle 5 2 wakeup`)).toBe(
      'b wakes a: it is to be cancelled. a joins the ready queue, where it is first in line.',
    );
  });

  it('says that a task only lets the others go first', () => {
    expect(said(`${MAIN_A_B}\n handle 4 1 yielded`)).toBe(
      'main lets the others go first: it goes to the end of the ready queue, behind a and b.',
    );
  });

  it('says what a callback is for, if it is one of asyncio', () => {
    const drawing = `${MAIN_A_B}\n handle 4 0 callback 'TaskGroup._on_task_done' <-\n taskDone 1 result None`;
    expect(saidAtMark(drawing)).toBe(
      'main is about to finish, so a callback joins the ready queue, behind a and b. It tells the TaskGroup that a task is finished.',
    );
  });

  it('names a callback of the user', () => {
    expect(said(`${MAIN_A_B}\n handle 4 0 callback say`)).toBe(
      'main hands the callback say to the loop, and it joins the ready queue, behind a and b.',
    );
    expect(said('handle 1 0 threadsafe say')).toBe(
      'The program hands the callback say to the loop with call_soon_threadsafe, and it joins the ready queue, where it is first in line.',
    );
  });
});

describe('the explanation of timers', () => {
  it('says when a sleeper wants to be woken', () => {
    expect(said(`${MAIN_A_B}\n clock 0.1s blocked\n timer 4 0.3s _set_result_unless_cancelled`)).toBe(
      'main asks the loop to wake it in 0.200 s, at 0.300 s: the loop sets a timer.',
    );
  });

  it('says what a timer of asyncio will do', () => {
    expect(said(`${MAIN_A_B}\n timer 4 0.5s Timeout._on_timeout`)).toBe(
      'main sets a timer, which goes off in 0.500 s, at 0.500 s, and then cancels what is still running in the timeout.',
    );
  });

  it('names the callback that a timer will call', () => {
    expect(said('timer 1 20ms display')).toBe('The program asks the loop to call display in 0.020 s, at 0.020 s: the loop sets a timer.');
  });

  it('says whose time has come', () => {
    expect(said(A_IS_DUE)).toBe('The time of the timer of a has come: it joins the ready queue, where it is first in line.');
  });

  it('says that a timer was called off, and by whom', () => {
    expect(said(`${A_SLEEPS}\n run 3\n handleCancelled 4`)).toBe(
      'b calls off the timer of a, which is not needed any more: it will never go off.',
    );
    expect(said(`${MAIN_A_B}\n timer 4 0.5s Timeout._on_timeout\n handleCancelled 4`)).toBe(
      'main calls off its timeout, which is not needed any more: it will never go off.',
    );
    expect(said(`${A_SLEEPS}\n run 3\n handleCancelled 4\n handleCancelled 4`)).toBe(
      'b calls off the timer of a once more, which changes nothing.',
    );
  });

  it('says what becomes of a callback in the ready queue that was called off', () => {
    const cancelled = `${MAIN_A_B}\n handle 4 0 callback say\n handleCancelled 4`;
    expect(said(cancelled)).toBe(
      'main calls off the callback say. It stays in the ready queue, but when its turn comes, it will be dropped.',
    );
    expect(said(`${cancelled}\n suspend 1 task 2\n ran 1\n run 2\n ran 2\n run 3\n ran 3\n dropped 4`)).toBe(
      'It would be the turn of the callback say, but that was called off: the loop drops it without running it.',
    );
  });
});

describe('the explanation of what runs', () => {
  it('says that a task begins', () => {
    expect(said(`${MAIN_A_B}\n suspend 1 task 2\n ran 1\n turn 2 2\n run 2`)).toBe(
      'a runs for the first time: its coroutine a begins. Until it hands control back, nobody else can run.',
    );
  });

  it('says where a task goes on, and why it can', () => {
    expect(said(`${A_IS_DUE}\n run 4\n handle 5 2 wakeup\n ran 4\n run 5`)).toBe(
      'a goes on at main.py:5: its sleep is over. Until it hands control back, nobody else can run.',
    );
  });

  it('says that a task goes on with its cancellation', () => {
    expect(said(`${A_SLEEPS}\n run 3\n cancelRequested 2\n handle 5 2 wakeup\n ran 3\n run 5`)).toBe(
      'a goes on at main.py:5 with a CancelledError, because its cancellation was asked for.',
    );
    expect(said(`${MAIN_A_B}\n cancelRequested 2\n suspend 1 task 2\n ran 1\n run 2`)).toBe(
      'a was cancelled before it could begin: CancelledError ends it before its first line.',
    );
  });

  it('says whose sleep or timeout a callback ends', () => {
    expect(said(`${A_IS_DUE}\n run 4`)).toBe('The loop runs the callback that ends the sleep of a.');
    const timeout = `${MAIN_A_B}\n timer 4 0.5s Timeout._on_timeout\n suspend 1 task 2\n ran 1\n run 2\n ran 2\n run 3\n ran 3\n clock 0.5s idle\n due 4\n run 4`;
    expect(said(timeout)).toBe('The timeout of main is up: the loop runs the callback that cancels what is still running in it.');
  });

  it('says what other callbacks do, or how the user calls them', () => {
    expect(said('loopStart 1\n handle 1 0 callback gather.<locals>._done_callback\n run 1')).toBe(
      'The loop runs a callback that tells gather that a task is finished.',
    );
    expect(said('loopStart 1\n handle 1 0 callback say\n run 1')).toBe(
      'The loop runs the callback say. Until it returns, nobody else can run.',
    );
  });
});

describe('the explanation of what comes next', () => {
  it('names the next in the ready queue', () => {
    expect(said(`${MAIN_A_B}\n suspend 1 task 2\n ran 1`)).toBe('main has handed control back to the loop. Next in line is a.');
    expect(said('loopStart 1\n handle 1 0 callback say\n handle 2 0 callback hear\n run 1\n ran 1')).toBe(
      'The callback say has returned. Next in line is the callback hear.',
    );
  });

  it('gives the time of the next timer when nothing is ready', () => {
    expect(said(`${A_SLEEPS}\n run 3\n taskDone 3 result None\n ran 3`)).toBe(
      'b is finished, and the loop is in control. Nothing is ready now; the next timer is due at 0.300 s.',
    );
  });

  it('says so when there is nothing to come', () => {
    expect(said(`loopStart 1\n handle 1 0 callback _release_waiter\n run 1\n ran 1`)).toBe(
      'The callback has done its work. Nothing is ready, and no timer is set.',
    );
  });

  it('says that the loop stops', () => {
    expect(saidAtMark('loopStart 1\n handle 1 0 callback _run_until_complete_cb\n run 1\n ran 1 <-\n loopStop 1')).toBe(
      'The callback has done its work. Now the loop stops.',
    );
  });
});
