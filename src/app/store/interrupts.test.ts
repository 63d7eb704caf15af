import { expect, test } from 'vitest';
import { drawnChunk } from '../drawnWorld.test-support';
import { createApp } from './app';
import { FakeMachine, mapKeeper, ONE_TASK, settle } from './fakeMachine.test-support';
import { currentConditions, isOlder } from './selectors';

async function openPage(machine: FakeMachine) {
  const app = createApp(machine);
  await settle();
  return { app, actions: app.actions, state: () => app.store.getState() };
}

/** As ONE_TASK, but for Ctrl+C once its clock has moved. */
const INTERRUPTED = ONE_TASK.replace('due 2\n', 'signal 2\n  due 2\n');

test('Ctrl+C at a step records the program again, goes to where it arrives, is kept, and can be taken away', async () => {
  const keeper = mapKeeper();
  const machine = new FakeMachine(keeper);
  const { app, actions, state } = await openPage(machine);
  actions.travel(13);
  actions.interruptHere();
  await settle();
  const moment = { seconds: 0.5, turns: 1, lines: 2, events: 13 };
  const run = machine.fake.runs.at(-1);
  expect(run?.conditions.interrupts).toEqual([moment]);
  run?.deliver(drawnChunk(INTERRUPTED));
  machine.pass(16);
  expect(state().position.step).toBe(14);
  expect(isOlder(app.examples, state())).toBe(false);
  run?.finish({ kind: 'ended' });
  await settle();

  const later = await openPage(new FakeMachine(keeper));
  expect(currentConditions(app.examples, later.state()).interrupts).toEqual([moment]);
  actions.travel(20);
  actions.interruptHere();
  await settle();
  expect(machine.fake.runs.at(-1)?.conditions.interrupts).toEqual([moment, { seconds: 0.5, turns: 3, lines: 2, events: 20 }]);
  machine.fake.runs.at(-1)?.deliver(drawnChunk(INTERRUPTED));
  machine.fake.runs.at(-1)?.finish({ kind: 'ended' });
  await settle();
  expect(state().position.step).toBe(20);
  actions.removeInterrupt(0);
  actions.removeInterrupt(0);
  await settle();
  expect(machine.fake.runs.at(-1)?.conditions.interrupts).toEqual([]);
  expect(state().drafts.conditions).toEqual({});
});

test('Ctrl+C needs a recording of what stands in the editor', async () => {
  const machine = new FakeMachine();
  const { actions, state } = await openPage(machine);
  actions.setText('print(3)\n');
  actions.interruptHere();
  await settle();
  expect(machine.fake.runs).toEqual([]);
  expect(state().notice).toMatch(/^Run the program first/);
});
