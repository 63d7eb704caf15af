import { expect, test } from 'vitest';
import { drawnChunk } from '../drawnWorld.test-support';
import { createApp } from './app';
import { FakeMachine, ONE_TASK, settle } from './fakeMachine.test-support';
import { PAUSE } from './liveMode';
import { currentRecorded, recordedLength } from './selectors';

async function livePage() {
  const machine = new FakeMachine();
  const app = createApp(machine);
  await settle();
  app.actions.setLive(true);
  machine.pass(0);
  await settle();
  /** Types a text, pauses, and gives the run that begins. */
  async function type(text: string) {
    app.actions.setText(text);
    machine.pass(PAUSE);
    await settle();
    const run = machine.fake.runs.at(-1);
    if (run === undefined) throw new Error('nothing is recorded');
    return run;
  }
  async function finish(run: Awaited<ReturnType<typeof type>>, drawing: string) {
    run.deliver(drawnChunk(drawing));
    run.finish({ kind: 'ended' });
    await settle();
  }
  return { machine, app, actions: app.actions, state: () => app.store.getState(), type, finish };
}

test('what is recorded already is not recorded again', async () => {
  const { machine } = await livePage();
  expect(machine.fake.runs).toEqual([]);
});

test('a text is recorded once one pauses, and not at each key', async () => {
  const { machine, actions, type } = await livePage();
  actions.setText('print(1');
  machine.pass(PAUSE - 1);
  const run = await type('print(12)\n');
  expect(machine.fake.runs).toHaveLength(1);
  expect(run.program.files).toEqual([{ path: 'main.py', text: 'print(12)\n' }]);
});

test('nothing is recorded as one types when live mode is off', async () => {
  const { machine, actions } = await livePage();
  actions.setLive(false);
  actions.setText('x');
  machine.pass(10 * PAUSE);
  expect(machine.fake.runs).toEqual([]);
});

test('one stays at one’s step, and the selection holds', async () => {
  const { actions, state, type, finish } = await livePage();
  actions.travel(9);
  const before = currentRecorded(state());
  const run = await type('print(3)\n');
  expect(currentRecorded(state())).toBe(before);
  expect(state().session.phase).toBe('recorded');
  await finish(run, ONE_TASK);
  expect(currentRecorded(state())).not.toBe(before);
  expect(state()).toMatchObject({ position: { step: 9 }, outcomeDismissed: true, session: { phase: 'recorded' } });
});

test('who stands at the end stands at the end of the next recording, and nobody stands beyond it', async () => {
  const { actions, state, type, finish } = await livePage();
  actions.lastStep();
  await finish(await type('print(3)\n'), 'frame 1 0 <module> main.py\n line 1 1\n end completed 0');
  expect(state().position.step).toBe(3);
  await finish(await type('print(4)\n'), ONE_TASK);
  expect(state().position.step).toBe(recordedLength(state()));
  actions.travel(20);
  await finish(await type('print(5)\n'), 'frame 1 0 <module> main.py\n line 1 1\n end completed 0');
  expect(state().position.step).toBe(3);
});

test('a text that cannot be compiled leaves the last recording and says why, until one can', async () => {
  const { state, type, finish } = await livePage();
  const before = currentRecorded(state());
  await finish(await type('print('), "output 2 'Traceback…↵'\n end exception 1 'SyntaxError: never closed (line 1)'");
  expect(currentRecorded(state())).toBe(before);
  expect(state().liveError).toBe('SyntaxError: never closed (line 1)');
  await finish(await type('print()'), ONE_TASK);
  expect(state().liveError).toBeNull();
  expect(currentRecorded(state())).not.toBe(before);
});

test('going back to the recorded text takes the complaint away without a run', async () => {
  const { machine, actions, state, type, finish } = await livePage();
  await finish(await type('print('), "end exception 1 'SyntaxError: never closed (line 1)'");
  actions.setText('print(1)\n');
  machine.pass(PAUSE);
  await settle();
  expect(state().liveError).toBeNull();
  expect(machine.fake.runs).toHaveLength(1);
});

test('a run that was under way is not left waiting when the next text cannot be compiled', async () => {
  const { machine, state, type, finish } = await livePage();
  (await type('print(2)\n')).deliver(drawnChunk('frame 1 0 <module> main.py\n line 1 1\n line 1 2'));
  machine.pass(16);
  await finish(await type('print('), "end exception 1 'SyntaxError: never closed (line 1)'");
  expect(state().session.phase).toBe('recorded');
});
