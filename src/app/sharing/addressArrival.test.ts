import { describe, expect, test } from 'vitest';
import { encodeRecording } from '../../model/file';
import { draw } from '../../model/recording-drawing.test-support';
import { DEFAULT_CONDITIONS } from '../../model/scenario';
import { drawnChunk } from '../drawnWorld.test-support';
import { createApp } from '../store/app';
import { FakeMachine, mapKeeper, ONE_TASK, settle } from '../store/fakeMachine.test-support';
import { OWN_PROGRAM } from '../store/programs';
import { currentMarks, currentText } from '../store/selectors';
import { addressArrival } from './addressArrival';
import { encodeScenario } from './scenarioLink';

const PAGE = 'https://example.org/loopscope/';
const CONDITIONS = { ...DEFAULT_CONDITIONS, seed: 7 };
const SCENARIO = { program: { files: [{ path: 'main.py', text: 'print(1)\n' }] }, conditions: CONDITIONS, bookmarks: [] };

const nothingThere = (): Promise<Uint8Array> => Promise.reject(new Error('nothing there'));

async function open(rest: string, fetchBytes: (address: URL) => Promise<Uint8Array> = nothingThere, machine = new FakeMachine()) {
  const arrival = await addressArrival(new URL(rest, PAGE), machine.examples, fetchBytes);
  const app = createApp(machine, arrival);
  await settle();
  return { machine, app, arrival, state: () => app.store.getState() };
}

describe('the address of the page', () => {
  test('without anything opens what was there at the last visit', async () => {
    const { arrival, state } = await open('');
    expect(arrival).toEqual({ kind: 'none' });
    expect(state().drafts.current).toBe('first');
  });

  test('with a scenario shows its program and runs it with its conditions, up to its step', async () => {
    const { machine, app, state } = await open(`#s=${await encodeScenario(SCENARIO)}&step=5`);
    expect(currentText(app.examples, state())).toBe('print(1)\n');
    const [run] = machine.fake.runs;
    expect(run?.program).toEqual(SCENARIO.program);
    expect(run?.conditions).toEqual(CONDITIONS);
    run?.deliver(drawnChunk(ONE_TASK));
    machine.pass(16);
    run?.finish({ kind: 'ended' });
    await settle();
    expect(state().position.step).toBe(5);
  });

  test('with bookmarks has them in the program, and opens at the first when it names no step', async () => {
    const bookmarks = [{ step: 6, note: 'here' }];
    const { machine, app, state } = await open(`#s=${await encodeScenario({ ...SCENARIO, bookmarks })}`);
    const [run] = machine.fake.runs;
    run?.deliver(drawnChunk(ONE_TASK));
    run?.finish({ kind: 'ended' });
    await settle();
    expect(state().position.step).toBe(6);
    expect(currentMarks(app.examples, state()).bookmarks).toMatchObject(bookmarks);
    app.actions.firstStep();
    app.actions.jump('bookmark', 'next');
    expect(state().position.step).toBe(6);
  });

  test('a reader who moved on before the run ended is left where they are', async () => {
    const { machine, app, state } = await open(`#s=${await encodeScenario(SCENARIO)}&step=5`);
    const [run] = machine.fake.runs;
    run?.deliver(drawnChunk(ONE_TASK));
    machine.pass(16);
    app.actions.travel(9);
    run?.finish({ kind: 'ended' });
    await settle();
    expect(state().position.step).toBe(9);
  });

  test("leaves the reader's own program and the place of the last visit alone", async () => {
    const keeper = mapKeeper();
    const before = await open('', nothingThere, new FakeMachine(keeper));
    before.app.actions.openProgram(OWN_PROGRAM);
    before.app.actions.setText('mine\n');
    const link = `#s=${await encodeScenario(SCENARIO)}`;
    const visit = await open(link, nothingThere, new FakeMachine(keeper));
    visit.app.actions.setText('changed\n');
    const again = await open(link, nothingThere, new FakeMachine(keeper));
    expect(currentText(again.app.examples, again.state())).toBe('changed\n');
    const after = await open('', nothingThere, new FakeMachine(keeper));
    expect(after.state().drafts.current).toBe(OWN_PROGRAM);
    expect(currentText(after.app.examples, after.state())).toBe('mine\n');
  });

  test('with an example and a step stands there in its recording', async () => {
    const { state } = await open('?example=first&step=4');
    expect(state().session.phase).toBe('recorded');
    expect(state().position.step).toBe(4);
  });

  test('with a recording shows it with its program, beside the page or at an address', async () => {
    const file = await encodeRecording(draw(ONE_TASK, SCENARIO.program));
    const asked: string[] = [];
    const { app, state } = await open('?recording=runs/one.loopscope&step=6', (address) => {
      asked.push(address.href);
      return Promise.resolve(file);
    });
    expect(asked).toEqual([`${PAGE}runs/one.loopscope`]);
    expect(currentText(app.examples, state())).toBe('print(1)\n');
    expect(state().session).toMatchObject({ phase: 'recorded', end: null });
    expect(state().position.step).toBe(6);
  });

  test.each([
    ['#s=xyz', /^This link is damaged/],
    ['#s=', /^This link is damaged/],
    ['?example=first&step=x', 'This link is damaged: its step, "x", is no number.'],
    ['?example=gone', 'There is no example "gone" in the gallery.'],
    ['?recording=gone.loopscope', 'nothing there'],
    ['?recording=https://', /Invalid URL/],
  ])('%s is refused with what is wrong, and opens the last visit', async (rest, message) => {
    const { arrival, state } = await open(rest);
    expect(arrival).toMatchObject({ kind: 'refused', message: expect.stringMatching(message) });
    expect(state().drafts.current).toBe('first');
  });
});
