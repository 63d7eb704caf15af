import { describe, expect, test, vi } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { simulatedRecording } from '../../model/simulated-recordings.test-support';
import { asResourceId, asStep, asTaskId } from '../../model/units';
import { createApp } from './app';
import { FakeMachine, settle } from './fakeMachine.test-support';
import { dwell, type Pace } from './pace';
import { OWN_PROGRAM } from './programs';
import { currentMarks } from './selectors';
import { worldSelector } from './worldSelector';

/** One's own machine, whose first example is another recording. */
class MachineWith extends FakeMachine {
  readonly recording;

  constructor(recording = draw(TWO_TASKS)) {
    super();
    this.recording = recording;
  }

  override readonly openRecording = () => Promise.resolve(this.recording);
}

/** a and b take turns; b raises, and both use a lock. */
const TWO_TASKS = `
  loopStart 1
  task 1 Task-1 a main.py:1
  handle 1 1 firstStep
  task 2 Task-2 b main.py:1
  handle 2 2 firstStep
  turn 1 2
  run 1
  frame 1 0 a main.py
  line 1 2
  resource 1 Lock lock main.py:2
  level 1 0 0
  line 1 3
  timer 3 1s
  suspend 1 sleep 3 main.py:3
  ran 1
  run 2
  frame 2 0 b main.py
  line 2 7
  output 1 'b↵'
  line 2 8
  raised 2 'ValueError(1)'
  taskDone 2 exception 'ValueError(1)'
  returned 2
  ran 2
  clock 1s idle
  due 3
  turn 2 1
  run 3 1
  line 1 4
  acquired 1 1
  level 1 1 0
  taskDone 1 result None
  returned 1
  ran 3
  loopStop 1
  end completed 0
`;

async function openPage(machine = new FakeMachine()) {
  const app = createApp(machine);
  await settle();
  return { machine, app, actions: app.actions, state: () => app.store.getState() };
}

describe('playing', () => {
  test('playing takes so many steps a second, and ends at the end', async () => {
    const { machine, actions, state } = await openPage();
    actions.setStepSize('loopTurn');
    actions.setPace({ by: 'steps', speed: 10 });
    actions.firstStep();
    actions.play();
    machine.pass(0);
    machine.pass(99);
    expect(state().position.step).toBe(0);
    machine.pass(1);
    const afterOne = state().position.step;
    expect(afterOne).toBeGreaterThan(0);
    for (let i = 0; i < 50; i++) machine.pass(100);
    expect(state().position).toEqual({ step: 27, playing: false });
  });

  test('the recorder is asked for quiet while it plays, and no longer', async () => {
    const { machine, actions } = await openPage();
    expect(machine.fake.quiet).toBe(false);
    actions.play();
    expect(machine.fake.quiet).toBe(true);
    actions.pause();
    expect(machine.fake.quiet).toBe(false);
  });

  test('playing from the end begins at the start', async () => {
    const { actions, state } = await openPage();
    actions.lastStep();
    actions.play();
    expect(state().position).toEqual({ step: 0, playing: true });
  });

  test('pausing and playing again does not double the speed', async () => {
    const { machine, actions, state } = await openPage();
    actions.setStepSize('line');
    actions.setPace({ by: 'steps', speed: 10 });
    actions.firstStep();
    actions.play();
    actions.pause();
    actions.play();
    machine.pass(0);
    machine.pass(100);
    const once = state().position.step;
    actions.firstStep();
    actions.stepForward();
    expect(once).toBe(state().position.step);
  });

  test('a hand on the transport ends playing', async () => {
    const { actions, state } = await openPage();
    actions.firstStep();
    actions.play();
    actions.stepForward();
    expect(state().position.playing).toBe(false);
  });

  test('a page that was hidden goes on where it was', async () => {
    const { machine, actions, state } = await openPage(new MachineWith());
    actions.setStepSize('line');
    actions.setPace({ by: 'steps', speed: 2 });
    actions.firstStep();
    actions.play();
    machine.pass(0);
    machine.pass(60_000);
    expect(state().position.step).toBe(0);
  });

  test('the whole takes five seconds, whatever the size of a step, by steps and by time', async () => {
    for (const by of ['steps', 'time'] as const) {
      for (const size of ['line', 'taskSwitch', 'loopTurn'] as const) {
        const { machine, actions, state } = await openPage(new MachineWith(simulatedRecording(3, 400)));
        actions.setStepSize(size);
        actions.setPace({ by, speed: 'whole' });
        actions.firstStep();
        actions.play();
        machine.pass(0);
        let passed = 0;
        for (; state().position.playing; passed += 20) machine.pass(20);
        expect(Math.abs(passed - 5000)).toBeLessThanOrEqual(20);
      }
    }
  });

  test('by time, a second of virtual time takes a second at 1× and a tenth at 10×; but all is seen, and nothing waits for ever', () => {
    const index = new RecordingIndex(draw('clock 1s idle\noutput 1 a\nclock 3601s idle\nend completed 0'));
    const wait = (from: number, to: number, speed: Pace['speed']) => dwell(index, asStep(from), asStep(to), { by: 'time', speed });
    expect(wait(0, 1, 1)).toBe(1000);
    expect(wait(0, 1, 10)).toBe(100);
    expect(wait(1, 2, 10)).toBe(50);
    expect(wait(2, 3, 100)).toBe(2000);
  });
});

describe('following a task', () => {
  test('stops, forwards and back, only where that task runs, by each size', async () => {
    const { actions, state } = await openPage(new MachineWith());
    actions.selectTask(asTaskId(1));
    actions.toggleFollowing();
    const select = worldSelector();
    for (const size of ['line', 'taskSwitch'] as const) {
      actions.setStepSize(size);
      actions.firstStep();
      const forth: number[] = [];
      for (actions.stepForward(); state().position.step < 36; actions.stepForward()) {
        expect(select(state())?.running?.label).toBe('a');
        forth.push(state().position.step);
      }
      expect(forth.length).toBeGreaterThan(1);
      const back: number[] = [];
      for (actions.stepBack(); state().position.step > 0; actions.stepBack()) back.push(state().position.step);
      expect(back.toReversed()).toEqual(forth);
    }
    actions.setStepSize('loopTurn');
    actions.firstStep();
    actions.stepForward();
    expect(select(state())?.turn).toBe(1);
    actions.stepForward();
    expect(select(state())?.turn).toBe(2);
  });

  test('playing follows it too, and selecting nothing stops everywhere again', async () => {
    const { machine, actions, state } = await openPage(new MachineWith());
    actions.setStepSize('taskSwitch');
    actions.setPace({ by: 'steps', speed: 10 });
    actions.selectTask(asTaskId(2));
    actions.toggleFollowing();
    actions.firstStep();
    actions.play();
    machine.pass(0);
    machine.pass(100);
    const select = worldSelector();
    expect(select(state())?.running?.label).toBe('b');
    machine.pass(100);
    expect(state().position).toEqual({ step: 36, playing: false });
    actions.selectTask(asTaskId(2));
    actions.firstStep();
    actions.stepForward();
    expect(select(state())?.running?.label).toBe('a');
  });

  test('without a selected task it says what to do', async () => {
    const { actions, state } = await openPage();
    actions.toggleFollowing();
    expect(state()).toMatchObject({ following: false, notice: 'Select a task to follow it.' });
  });
});

describe('jumps', () => {
  test('lead to the next and the previous of their kind, and say when there is none', async () => {
    const { actions, state } = await openPage(new MachineWith());
    const events = () => draw(TWO_TASKS).event(state().position.step - 1);
    actions.firstStep();
    actions.jump('output', 'next');
    expect(events().type).toBe('output');
    actions.jump('output', 'next');
    expect(events().type).toBe('output');
    expect(state().notice).toBe('No output after this step.');
    actions.jump('exception', 'next');
    expect(events().type).toBe('raised');
    expect(state().notice).toBe('');
    actions.jump('output', 'previous');
    expect(events().type).toBe('output');
    actions.jump('output', 'previous');
    expect(state().notice).toBe('No output before this step.');
  });

  test('lead from problem to problem', async () => {
    const { app, actions, state } = await openPage(new MachineWith());
    const recording = app.store.getState().session;
    if (recording.phase !== 'recorded') throw new Error('nothing is recorded');
    const problem = { rule: 'never-awaited', severity: 'error', message: '', task: null, place: null, fix: null } as const;
    const problems = [20, 8].map((step) => ({ ...problem, step: asStep(step) }));
    app.store.setState({ found: { recording: recording.recorded.recording, problems } });
    actions.firstStep();
    const seen: number[] = [];
    for (actions.jump('problem', 'next'); state().notice === ''; actions.jump('problem', 'next')) seen.push(state().position.step);
    expect(seen).toEqual([8, 20]);
    actions.jump('problem', 'previous');
    expect(state().position.step).toBe(8);
  });

  test('to a change of a resource need one that is selected', async () => {
    const { actions, state } = await openPage(new MachineWith());
    actions.firstStep();
    actions.jump('resource', 'next');
    expect(state().notice).toBe('Select a resource to jump to its changes.');
    actions.selectResource(asResourceId(1));
    const kinds: string[] = [];
    for (actions.jump('resource', 'next'); state().notice === ''; actions.jump('resource', 'next'))
      kinds.push(draw(TWO_TASKS).event(state().position.step - 1).type);
    expect(kinds).toEqual(['resource', 'level', 'acquired', 'level']);
  });
});

describe('breakpoints', () => {
  const stops = async () => {
    const page = await openPage(new MachineWith(draw(TWO_TASKS, { files: [{ path: 'main.py', text: 'print(1)\n' }] })));
    page.actions.firstStep();
    return page;
  };

  test('Play stops right where they do, between the stops of its own size, and goes on from there', async () => {
    const { machine, actions, state } = await stops();
    actions.toggleBreakpoint(8);
    actions.toggleBreakpoint(4);
    actions.setStepSize('loopTurn');
    actions.setPace({ by: 'steps', speed: 10 });
    const seen: number[] = [];
    for (let i = 0; i < 3; i++) {
      actions.play();
      for (let passed = 0; passed < 10 && state().position.playing; passed++) machine.pass(100);
      seen.push(state().position.step);
    }
    expect(seen).toEqual([20, 29, 36]);
  });

  test('are run to, forwards and back; and so is a line without one', async () => {
    const { actions, state } = await stops();
    actions.toggleBreakpoint(8);
    actions.jump('breakpoint', 'next');
    expect(state().position.step).toBe(20);
    actions.jump('breakpoint', 'next');
    expect(state()).toMatchObject({ position: { step: 20 }, notice: 'No breakpoint stops after this step.' });
    actions.runToLine(4);
    expect(state().position.step).toBe(29);
    actions.runToLine(4);
    expect(state().notice).toBe('Line 4 does not run after this step.');
    actions.jump('breakpoint', 'previous');
    expect(state().position.step).toBe(20);
  });

  test('with a condition wait for what reads conditions, which is loaded for the first of them', async () => {
    const { machine, actions, state } = await stops();
    actions.toggleBreakpoint(8);
    expect(state().conditionReader).toBeNull();
    actions.changeBreakpoint(8, { condition: '1 > 2' });
    actions.jump('breakpoint', 'next');
    expect(state()).toMatchObject({ position: { step: 0 }, notice: 'The conditions are still being read. Press again.' });
    actions.play();
    machine.pass(1000);
    expect(state().position).toEqual({ step: 0, playing: true });
    actions.pause();
    await vi.waitFor(() => expect(state().conditionReader).not.toBeNull(), 20_000);
    actions.jump('breakpoint', 'next');
    expect(state().notice).toBe('No breakpoint stops after this step.');
    actions.changeBreakpoint(8, { condition: '2 > 1' });
    actions.jump('breakpoint', 'next');
    expect(state().position.step).toBe(20);
  });

  test('without any, or with a text that was changed since, it says what to do', async () => {
    const { actions, state } = await stops();
    actions.jump('breakpoint', 'next');
    expect(state().notice).toBe('Set a breakpoint first, in the margin beside a line.');
    actions.toggleBreakpoint(8);
    actions.setText('print(2)\n');
    actions.jump('breakpoint', 'next');
    expect(state().notice).toBe('Run the program first: the recording is of an earlier text.');
  });

  test('are kept with the draft, move with their lines, and each document has its own', async () => {
    const { app, actions, state } = await stops();
    actions.toggleBreakpoint(1);
    actions.changeBreakpoint(1, { condition: 'n > 2' });
    actions.setText('# first\nprint(1)\n');
    expect(currentMarks(app.examples, state()).breakpoints).toEqual([{ line: 2, task: '', condition: 'n > 2' }]);
    actions.openProgram(OWN_PROGRAM);
    expect(currentMarks(app.examples, state()).breakpoints).toEqual([]);
    actions.openProgram('first');
    actions.restoreOriginal();
    expect(currentMarks(app.examples, state()).breakpoints).toMatchObject([{ line: 1 }]);
    actions.clearBreakpoints();
    expect(currentMarks(app.examples, state()).breakpoints).toEqual([]);
  });
});

describe('bookmarks', () => {
  test('mark the present step, are jumped to, and are left alone by the recording of another text', async () => {
    const { app, actions, state } = await openPage(new MachineWith(draw(TWO_TASKS, { files: [{ path: 'main.py', text: 'print(1)\n' }] })));
    actions.travel(7);
    actions.toggleBookmark();
    actions.setBookmark(7, 'a note');
    actions.travel(20);
    actions.toggleBookmark();
    actions.firstStep();
    const seen: number[] = [];
    for (actions.jump('bookmark', 'next'); state().notice === ''; actions.jump('bookmark', 'next')) seen.push(state().position.step);
    expect(seen).toEqual([7, 20]);
    actions.toggleBookmark();
    expect(currentMarks(app.examples, state()).bookmarks).toMatchObject([{ step: 7, note: 'a note' }]);
    actions.jump('bookmark', 'previous');
    expect(state().position.step).toBe(7);
  });
});
