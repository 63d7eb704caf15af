import { describe, expect, test } from 'vitest';
import { asStep } from '../../model/units';
import { createApp } from './app';
import { FakeMachine, settle } from './fakeMachine.test-support';
import { type Turns, takeTurns } from './turns';

async function playedPage(followers: number, turnsOf: (follower: number) => Turns = () => ({})) {
  const machine = new FakeMachine();
  const { store } = createApp(machine);
  await settle();
  const newFollower = takeTurns(store, machine.nextFrame);
  const copies = Array.from({ length: followers }, (_, i) => newFollower(turnsOf(i)));
  const leaves = copies.map(({ follow }) => follow());
  const steps = () => copies.map((copy) => copy.getState().position.step);
  const stand = (step: number, playing: boolean) => store.setState({ position: { step: asStep(step), playing } });
  return { machine, store, steps, stand, leaves };
}

describe('parts of the page', () => {
  test('follow every step at once while one steps by hand', async () => {
    const { steps, stand } = await playedPage(3);
    stand(5, false);
    expect(steps()).toEqual([5, 5, 5]);
  });

  test('take turns while it plays: one a frame catches up with where one stands by then', async () => {
    const { machine, steps, stand } = await playedPage(3);
    stand(5, true);
    stand(6, true);
    expect(steps()).toEqual([5, 5, 5]);
    machine.pass(16);
    expect(steps()).toEqual([6, 5, 5]);
    stand(7, true);
    machine.pass(16);
    expect(steps()).toEqual([6, 7, 5]);
    machine.pass(16);
    expect(steps()).toEqual([6, 7, 7]);
    machine.pass(16);
    expect(steps()).toEqual([7, 7, 7]);
  });

  test('have as many frames to themselves as their drawing takes', async () => {
    const { machine, steps, stand } = await playedPage(3, () => ({ frames: 2 }));
    stand(5, true);
    stand(6, true);
    machine.pass(16);
    expect(steps()).toEqual([6, 5, 5]);
    machine.pass(16);
    expect(steps()).toEqual([6, 5, 5]);
    machine.pass(16);
    expect(steps()).toEqual([6, 6, 5]);
  });

  test('that ask for it have two turns of three, together', async () => {
    const { machine, steps, stand } = await playedPage(4, (i) => ({ often: i < 2 }));
    stand(5, true);
    for (const [step, shown] of [
      [6, [6, 6, 5, 5]],
      [7, [7, 7, 5, 5]],
      [8, [7, 7, 8, 5]],
      [9, [9, 9, 8, 5]],
      [10, [10, 10, 8, 5]],
      [11, [10, 10, 8, 11]],
    ] as const) {
      stand(step, true);
      machine.pass(16);
      expect(steps()).toEqual(shown);
    }
  });

  test('rest after their turn for the longer, the more events a frame goes over', async () => {
    const { machine, steps, stand } = await playedPage(1);
    stand(0, true);
    const shown: number[] = [];
    for (let frame = 1; frame <= 8; frame++) {
      stand(frame * 4, true);
      machine.pass(20);
      shown.push(...steps());
    }
    expect(shown).toEqual([4, 4, 4, 4, 4, 4, 28, 28]);
  });

  test('rest no longer than a second, however much happens', async () => {
    const { machine, steps, stand } = await playedPage(1);
    stand(0, true);
    const shown: number[] = [];
    for (let frame = 1; frame <= 60; frame++) {
      stand(frame * 1000, true);
      machine.pass(20);
      shown.push(...steps());
    }
    expect(shown.at(-1)).toBe(51_000);
    // What else changes the page's state in this time is shown at once, with the step.
    expect(new Set(shown).size).toBeLessThan(5);
  });

  test('all show the step at which playing stops', async () => {
    const { steps, stand } = await playedPage(2);
    stand(5, true);
    stand(6, true);
    stand(9, false);
    expect(steps()).toEqual([9, 9]);
  });

  test('all know of whatever else changes, at once', async () => {
    const { store, steps, stand } = await playedPage(2);
    stand(5, true);
    stand(6, true);
    store.setState({ selection: { kind: 'nothing' } });
    expect(steps()).toEqual([6, 6]);
  });

  test('that were left follow no more', async () => {
    const { machine, steps, stand, leaves } = await playedPage(2);
    stand(5, true);
    stand(6, true);
    leaves[0]?.();
    machine.pass(16);
    machine.pass(16);
    expect(steps()).toEqual([5, 6]);
  });
});
