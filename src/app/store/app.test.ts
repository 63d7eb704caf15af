import { describe, expect, test } from 'vitest';
import { PLAIN_NETWORK } from '../../model/network';
import { DEFAULT_CONDITIONS, NO_INPUT } from '../../model/scenario';
import { drawnChunk } from '../drawnWorld.test-support';
import { createApp } from './app';
import { FakeMachine, type FakeRun, mapKeeper, ONE_TASK, settle } from './fakeMachine.test-support';
import { OWN_PROGRAM } from './programs';
import { currentConditions, currentRecorded, currentText, isOlder, isUpToDate, recordedLength } from './selectors';
import { worldSelector } from './worldSelector';

async function openPage(machine = new FakeMachine()) {
  const app = createApp(machine);
  await settle();
  return { machine, app, actions: app.actions, state: () => app.store.getState() };
}

function onlyRun({ fake }: FakeMachine): FakeRun {
  const run = fake.runs.at(-1);
  if (run === undefined) throw new Error('nothing was run');
  return run;
}

describe('the first visit', () => {
  test('shows the first example with its recording, before Python is there', async () => {
    const { app, state } = await openPage();
    expect(currentText(app.examples, state())).toBe('print(1)\n');
    expect(state().session).toMatchObject({ phase: 'recorded', end: null });
    expect(state().interpreter.phase).toBe('loading');
    expect(recordedLength(state())).toBe(27);
  });

  test('stands in the midst of what happens, not at an empty start', async () => {
    const { state } = await openPage();
    expect(worldSelector()(state())?.running?.label).toBe('main');
  });

  test('follows what the interpreter does', async () => {
    const { machine, state } = await openPage();
    machine.fake.become({ phase: 'loading', progress: 0.5 });
    expect(state().interpreter).toEqual({ phase: 'loading', progress: 0.5 });
    machine.fake.become({ phase: 'ready' });
    expect(state().interpreter).toEqual({ phase: 'ready' });
  });
});

describe('programs', () => {
  test('what was typed is there again after a reload', async () => {
    const keeper = mapKeeper();
    const first = await openPage(new FakeMachine(keeper));
    first.actions.openProgram(OWN_PROGRAM);
    first.actions.setText('import asyncio\n');
    const second = await openPage(new FakeMachine(keeper));
    expect(currentText(second.app.examples, second.state())).toBe('import asyncio\n');
    expect(second.state().session).toEqual({ phase: 'empty' });
  });

  test('a browser that keeps nothing is found out at the first edit', async () => {
    const keeper = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    const { actions, state } = await openPage(new FakeMachine(keeper));
    expect(state().draftsKept).toBe(true);
    actions.setText('x');
    expect(state().draftsKept).toBe(false);
  });

  test('an edit makes the recording one of an earlier text, and undoing it makes it fit again', async () => {
    const { app, actions, state } = await openPage();
    expect(isUpToDate(app.examples, state())).toBe(true);
    actions.setText('print(11)\n');
    expect(isUpToDate(app.examples, state())).toBe(false);
    actions.restoreOriginal();
    expect(isUpToDate(app.examples, state())).toBe(true);
  });

  test('another world or input makes the recording an older one, is what Run uses, and is there again after a reload', async () => {
    const keeper = mapKeeper();
    const { machine, app, actions, state } = await openPage(new FakeMachine(keeper));
    const input = { text: 'Ada\n', ended: true };
    const network = { ...PLAIN_NETWORK, latency: 5 };
    expect(isOlder(app.examples, state())).toBe(false);
    actions.setInput(input);
    expect(isOlder(app.examples, state())).toBe(true);
    actions.setInput(NO_INPUT);
    expect(isOlder(app.examples, state())).toBe(false);
    expect(state().drafts.conditions).toEqual({});
    actions.setNetwork(network);
    actions.setInput(input);
    actions.run();
    await settle();
    expect(onlyRun(machine).conditions).toEqual({ ...DEFAULT_CONDITIONS, network, input });
    const later = await openPage(new FakeMachine(keeper));
    expect(currentConditions(later.app.examples, later.state())).toMatchObject({ network, input });
    expect(later.state().session).toEqual({ phase: 'empty' });
  });

  test("an example whose recording can't be opened says why and keeps its text", async () => {
    const { app, actions, state } = await openPage();
    actions.openProgram('second');
    await settle();
    expect(state().session).toEqual({ phase: 'unopened', document: 'second', message: 'there is no recording of second' });
    expect(currentText(app.examples, state())).toBe('print(2)\n');
  });

  test('a recording that arrives after another program was opened is not shown', async () => {
    const { actions, state } = await openPage();
    actions.openProgram('first');
    actions.openProgram(OWN_PROGRAM);
    await settle();
    expect(state().session).toEqual({ phase: 'empty' });
  });
});

describe('recording', () => {
  test('records the text in the editor and shows the events as they come', async () => {
    const { machine, actions, state } = await openPage();
    actions.setText('print(3)\n');
    actions.run();
    await settle();
    expect(onlyRun(machine).program.files).toEqual([{ path: 'main.py', text: 'print(3)\n' }]);
    expect(state().session.phase).toBe('recording');
    onlyRun(machine).deliver(drawnChunk(ONE_TASK));
    machine.pass(16);
    expect(state().session.phase).toBe('recording');
    expect(recordedLength(state())).toBe(27);
    expect(worldSelector()(state())?.stack[0]).toMatchObject({ file: 'main.py', line: 1 });
    onlyRun(machine).finish({ kind: 'ended' });
    await settle();
    expect(state().session).toMatchObject({ phase: 'recorded', end: { kind: 'ended' } });
  });

  test('a run without any line ends where one sees all of it', async () => {
    const { machine, actions, state } = await openPage();
    actions.run();
    await settle();
    onlyRun(machine).deliver(drawnChunk("output 2 'SyntaxError: invalid syntax↵'"));
    machine.pass(16);
    expect(state().position.step).toBe(0);
    onlyRun(machine).deliver(drawnChunk('end exception 1', false));
    onlyRun(machine).finish({ kind: 'ended' });
    await settle();
    expect(state().position.step).toBe(2);
  });

  test('many chunks within a frame are shown at once', async () => {
    const { machine, app, actions } = await openPage();
    actions.run();
    await settle();
    let shown = 0;
    app.store.subscribe(() => shown++);
    for (let i = 0; i < 10; i++) onlyRun(machine).deliver(drawnChunk("output 1 'x'", i === 0));
    expect(shown).toBe(0);
    machine.pass(16);
    expect(shown).toBe(1);
  });

  test('until the first events are there, what was recorded before stays in sight', async () => {
    const { actions, state } = await openPage();
    const before = currentRecorded(state());
    actions.run();
    expect(currentRecorded(state())).toBe(before);
  });

  test('Stop keeps what was recorded', async () => {
    const { machine, actions, state } = await openPage();
    actions.run();
    await settle();
    onlyRun(machine).deliver(drawnChunk("loopStart 1\n output 1 'x↵'"));
    actions.stop();
    expect(onlyRun(machine).stopped).toBe(true);
    expect(state().session).toMatchObject({ phase: 'recorded', end: { kind: 'stopped' } });
    expect(recordedLength(state())).toBe(2);
  });

  test('Stop before the recorder is there ends the run, which is never begun', async () => {
    const { machine, actions, state } = await openPage();
    actions.run();
    actions.stop();
    await settle();
    expect(state().session).toMatchObject({ phase: 'recorded', end: { kind: 'stopped' } });
    expect(machine.fake.runs).toEqual([]);
  });

  test('a crash keeps what was recorded and says why', async () => {
    const { machine, actions, state } = await openPage();
    actions.run();
    await settle();
    onlyRun(machine).deliver(drawnChunk('loopStart 1'));
    onlyRun(machine).finish({ kind: 'crashed', message: 'out of memory' });
    await settle();
    expect(state().session).toMatchObject({ phase: 'recorded', end: { kind: 'crashed', message: 'out of memory' } });
    expect(recordedLength(state())).toBe(1);
  });

  test('a second Run takes the place of the first, whose late events are dropped', async () => {
    const { machine, actions, state } = await openPage();
    actions.run();
    await settle();
    const first = onlyRun(machine);
    actions.run();
    await settle();
    expect(first.stopped).toBe(true);
    first.deliver(drawnChunk(ONE_TASK));
    onlyRun(machine).deliver(drawnChunk('loopStart 1'));
    machine.pass(16);
    expect(recordedLength(state())).toBe(1);
    expect(state().session.phase).toBe('recording');
  });

  test('opening a program ends the run under way', async () => {
    const { machine, actions, state } = await openPage();
    actions.run();
    await settle();
    actions.openProgram(OWN_PROGRAM);
    expect(onlyRun(machine).stopped).toBe(true);
    await settle();
    expect(state().session).toEqual({ phase: 'empty' });
  });

  test('a longer run has ten times the budgets of the one before', async () => {
    const { machine, actions } = await openPage();
    actions.runLonger();
    await settle();
    const { budgets } = DEFAULT_CONDITIONS;
    expect(onlyRun(machine).conditions.budgets).toEqual({
      events: budgets.events * 10,
      virtualSeconds: budgets.virtualSeconds * 10,
      outputCharacters: budgets.outputCharacters * 10,
    });
  });

  test("a recorder that can't be loaded is a run that crashed, and Python that stopped", async () => {
    const machine = new FakeMachine();
    const broken = createApp({ ...machine, nextFrame: machine.nextFrame, recorder: Promise.reject(new Error('no worker')) });
    broken.actions.run();
    await settle();
    expect(broken.store.getState().session).toMatchObject({ phase: 'recorded', end: { kind: 'crashed', message: 'no worker' } });
    expect(broken.store.getState().interpreter).toEqual({ phase: 'stopped', message: 'no worker' });
  });
});

describe('travelling', () => {
  test('steps by task switch land where a handle has just begun to run', async () => {
    const { actions, state } = await openPage();
    actions.setStepSize('taskSwitch');
    actions.firstStep();
    const select = worldSelector();
    const seen: (string | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      actions.stepForward();
      seen.push(select(state())?.running?.label);
    }
    expect(seen).toEqual(['main', '_set_result_unless_cancelled', 'main']);
  });

  test('back after forward is where one was', async () => {
    const { actions, state } = await openPage();
    for (const size of ['line', 'taskSwitch', 'loopTurn'] as const) {
      actions.setStepSize(size);
      actions.firstStep();
      actions.stepForward();
      const { step } = state().position;
      actions.stepForward();
      actions.stepBack();
      expect(state().position.step).toBe(step);
    }
  });

  test('travel is cut to the steps there are', async () => {
    const { actions, state } = await openPage();
    actions.travel(1000);
    expect(state().position.step).toBe(27);
    actions.travel(-3);
    expect(state().position.step).toBe(0);
  });
});
