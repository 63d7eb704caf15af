import { describe, expect, it } from 'vitest';
import { MAIN_A_B, said, saidAtMark } from './said.test-support';

/** a and b sleep in a TaskGroup of main, which waits for them; a's timer is 4, b's is 5. */
const GROUP = `
  ${MAIN_A_B}
  scope 1 TaskGroup 1 main.py:8
  scopeTask 1 2
  scopeTask 1 3
  suspend 1 taskGroup 1 main.py:9
  ran 1
  turn 2 2
  run 2
  timer 4 0.1s _set_result_unless_cancelled
  suspend 2 sleep 4 main.py:3
  ran 2
  run 3
  timer 5 0.2s _set_result_unless_cancelled
  suspend 3 sleep 5 main.py:3
  ran 3
  clock 0.1s idle
  due 4
  turn 3 1
  run 4
  handle 6 2 wakeup
  ran 4
  turn 4 1
  run 6`;

describe('the explanation of a task that is created', () => {
  it('says from what, and that nothing of it runs yet', () => {
    expect(said(`${MAIN_A_B}\n task 4 Task-4 Crawler.fetch main.py:9`)).toBe(
      'main creates the task fetch from the coroutine Crawler.fetch. Nothing of it runs yet: main goes on first.',
    );
    expect(said('task 1 Task-1 main main.py:20')).toBe(
      'The program creates the task main from the coroutine main. Nothing of it runs yet.',
    );
  });

  it('says what asyncio.run does by itself', () => {
    expect(said('task 1 Task-1 BaseEventLoop.shutdown_asyncgens main.py:20')).toBe(
      'asyncio.run tidies up. For that it creates the task shutdown_asyncgens, which closes async generators that were left open.',
    );
  });

  it('says how it is renamed', () => {
    expect(said(`${MAIN_A_B}\n taskName 2 loader`)).toBe('main gives the task Task-2 another name, loader.');
  });
});

describe('the explanation of the end of a task', () => {
  it('gives the result, and whom it wakes', () => {
    const drawing = `${MAIN_A_B}\n suspend 1 task 2 main.py:9\n ran 1\n run 2\n handle 4 1 wakeup\n taskDone 2 result`;
    expect(said(`${drawing} None`)).toBe('a has come to its end. That wakes main.');
    expect(said(`${drawing} "'page 1'"`.replaceAll('"', ''))).toContain('a has come to its end');
    expect(said(`${drawing} 42`)).toBe('a has come to its end and returns 42. That wakes main.');
  });

  it('says how far the tasks of its scope have come', () => {
    const end = "handle 7 0 callback 'TaskGroup._on_task_done'\n taskDone 2 result None";
    expect(said(`${GROUP}\n ${end}`)).toBe('a has come to its end. Finished tasks of its TaskGroup: 1 of 2.');
    const gather = GROUP.replace('TaskGroup 1', 'gather 1').replace('taskGroup 1', 'gather 1');
    expect(said(`${gather}\n taskDone 2 result None`)).toBe('a has come to its end. Finished tasks of gather: 1 of 2.');
    const wait = GROUP.replace('TaskGroup 1', 'wait 1').replace('taskGroup 1', 'waitMany 1');
    expect(said(`${wait}\n taskDone 2 result None`)).toBe('a has come to its end. Finished tasks of asyncio.wait: 1 of 2.');
    const shield = GROUP.replace('TaskGroup 1', 'shield 1').replace('taskGroup 1', 'shield 1');
    expect(said(`${shield}\n taskDone 2 result None`)).toBe('a has come to its end. The shield has nothing left to protect.');
  });

  it('says what a failure does to the TaskGroup', () => {
    expect(said(`${GROUP}\n taskDone 2 exception 'ValueError(1)'`)).toBe(
      'a fails with ValueError(1), which nothing in it has caught. Its TaskGroup will cancel the other tasks.',
    );
  });

  it('says that an exception is kept when nobody is there to get it', () => {
    expect(said(`${MAIN_A_B}\n suspend 1 task 3\n ran 1\n run 2\n taskDone 2 exception 'ValueError(1)'`)).toBe(
      'a fails with ValueError(1), which nothing in it has caught. The exception is kept for whoever awaits the task.',
    );
  });

  it('says that the loop stops with the task it was run for', () => {
    expect(said(`${MAIN_A_B}\n handle 4 0 callback _run_until_complete_cb\n taskDone 1 result None`)).toBe(
      'main has come to its end. The loop was run for it, so the loop will stop.',
    );
  });

  it('says that a task was cancelled', () => {
    expect(said(`${MAIN_A_B}\n suspend 1 task 3\n ran 1\n run 2\n taskDone 2 cancelled`)).toBe(
      'a ends as cancelled: it has let the CancelledError through.',
    );
  });
});

describe('the explanation of a request for cancellation', () => {
  it('says where the CancelledError will be raised', () => {
    expect(said(`${GROUP}\n cancelRequested 3 '' main.py:4`)).toBe(
      'a asks for b to be cancelled. CancelledError will be raised in it at main.py:3, where it waits for its sleep to end.',
    );
    expect(said(`${GROUP}\n cancelRequested 1 'too late' main.py:4`)).toBe(
      'a asks for main to be cancelled with the message too late. CancelledError will be raised in it at main.py:9, where it waits for the tasks of its TaskGroup.',
    );
  });

  it('says what becomes of a task that has not begun, that runs, or that is finished', () => {
    expect(said(`${MAIN_A_B}\n cancelRequested 2`)).toBe('main asks for a to be cancelled. It has not begun yet, and now it never will.');
    expect(said(`${MAIN_A_B}\n cancelRequested 1`)).toBe(
      'main asks for its own cancellation. CancelledError will be raised at its next await.',
    );
    expect(said(`${MAIN_A_B}\n suspend 1 task 2\n ran 1\n run 2\n taskDone 2 result None\n ran 2\n run 3\n cancelRequested 2`)).toBe(
      'b asks for a to be cancelled. It is finished already, so nothing happens.',
    );
  });

  it('says that a timeout is the reason', () => {
    const drawing = `${MAIN_A_B}\n timer 4 0.5s Timeout._on_timeout\n scope 1 timeout 1\n scopeDeadline 1 0.5s\n suspend 1 task 2 main.py:7
      ran 1\n run 2\n ran 2\n run 3\n ran 3\n clock 0.5s idle\n due 4\n run 4 0\n cancelRequested 1`;
    expect(said(drawing)).toBe(
      'The time of a timeout is up, so main is to be cancelled. CancelledError will be raised in it at main.py:7, where it waits for a.',
    );
  });

  it('says that a failed task of the TaskGroup is the reason', () => {
    const failed = `${GROUP}\n handle 7 0 callback 'TaskGroup._on_task_done'\n taskDone 2 exception 'ValueError(1)'\n ran 6\n turn 5 1\n run 7`;
    expect(said(`${failed}\n cancelRequested 3`)).toBe(
      'Because a failed, the TaskGroup cancels b. CancelledError will be raised in it at main.py:3, where it waits for its sleep to end.',
    );
    expect(said(`${failed}\n cancelRequested 1`)).toBe(
      'Because a task of the TaskGroup failed, main is to leave the block, and is cancelled there. CancelledError will be raised in it at main.py:9, where it waits for the tasks of its TaskGroup.',
    );
  });

  it('says that the program itself cancels what was left', () => {
    expect(saidAtMark(`${MAIN_A_B}\n suspend 1 yielded\n ran 1\n loopStop 1\n cancelRequested 2 <-\n loopStart 1`)).toBe(
      'The program asks for a to be cancelled. It has not begun yet, and now it never will.',
    );
  });
});
