import { describe, expect, it } from 'vitest';
import type { Problem } from '../../analysis/problems/problem';
import { drawnChunk } from '../drawnWorld.test-support';
import { createApp } from './app';
import { FakeMachine } from './fakeMachine.test-support';
import { OWN_PROGRAM } from './programs';
import { currentProblems } from './searchProblems';
import { currentText } from './selectors';

const TEXT = 'import asyncio, time\nasync def main():\n    time.sleep(1)\nasyncio.run(main())\n';
const BLOCKED = `
  loopStart 1
  task 1 Task-1 main main.py:4
  handle 1 1 firstStep
  turn 1 1
  run 1
  frame 1 0 main main.py
  line 1 3
  clock 1s blocked
  returned 1
  taskDone 1 result None
  ran 1
  loopStop 1
  end completed 0
`;

async function recorded() {
  const machine = new FakeMachine();
  const app = createApp(machine);
  app.actions.openProgram(OWN_PROGRAM);
  app.actions.setText(TEXT);
  app.actions.run();
  await new Promise((resolve) => setTimeout(resolve, 0));
  const run = machine.fake.runs.at(-1);
  run?.deliver(drawnChunk(BLOCKED));
  machine.pass(16);
  expect(currentProblems(app.store.getState())).toBeNull();
  run?.finish({ kind: 'ended' });
  const problems = await new Promise<readonly Problem[]>((resolve) => {
    const look = (): void => {
      machine.pass(1);
      const found = currentProblems(app.store.getState());
      if (found === null) setTimeout(look, 1);
      else resolve(found);
    };
    look();
  });
  return { app, machine, problems, state: () => app.store.getState() };
}

describe('problems', () => {
  it('are looked for when a recording is finished, and are those of that recording', async () => {
    const { app, problems, state } = await recorded();
    expect(problems).toMatchObject([{ rule: 'blocking-call', severity: 'warning', task: 1, place: { line: 3, column: 5 } }]);
    app.actions.openProgram('second');
    expect(currentProblems(state())).toBeNull();
  });

  it('lead to their step, and select their task and line', async () => {
    const { app, problems, state } = await recorded();
    app.actions.firstStep();
    for (const problem of problems) app.actions.goToProblem(problem);
    expect(state().position).toEqual({ step: 8, playing: false });
    expect(state().selection).toMatchObject({ kind: 'task', task: 1, place: { file: 'main.py', line: 3 } });
  });

  it('are mended in the text that was recorded, and in no other', async () => {
    const { app, problems, state } = await recorded();
    const mend = (): void => {
      for (const { fix } of problems) if (fix !== null) app.actions.mend(fix);
    };
    mend();
    const mended = TEXT.replace('time.sleep', 'await asyncio.sleep');
    expect(currentText(app.examples, state())).toBe(mended);
    mend();
    expect(currentText(app.examples, state())).toBe(mended);
  });
});
