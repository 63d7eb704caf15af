import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAIN_NETWORK } from '../../model/network';
import { DEFAULT_CONDITIONS, MAX_LINE_COST } from '../../model/scenario';
import { decodeScenario, encodeScenario, LinkError, type Scenario } from './scenarioLink';

const anyText = fc.string({ unit: 'binary' });
const anyCount = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

const anyScenario: fc.Arbitrary<Scenario> = fc.record(
  {
    program: fc.record(
      { files: fc.array(fc.record({ path: anyText, text: anyText }, { noNullPrototype: true }), { minLength: 1 }) },
      { noNullPrototype: true },
    ),
    conditions: fc.record(
      {
        seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        args: fc.array(anyText),
        module: anyText,
        topLevelAwait: fc.boolean(),
        lines: fc.boolean(),
        lineCost: fc.integer({ min: 0, max: MAX_LINE_COST }),
        budgets: fc.record({ events: anyCount, virtualSeconds: anyCount, outputCharacters: anyCount }, { noNullPrototype: true }),
        interrupts: fc.array(fc.record({ seconds: fc.integer({ min: 0, max: 1000 }), turns: fc.nat(), lines: fc.nat(), events: fc.nat() })),
        input: fc.record({ text: anyText, ended: fc.boolean() }, { noNullPrototype: true }),
        network: fc.record({ latency: fc.nat(1000), loss: fc.constantFrom(0, 0.1) }).map((some) => ({ ...PLAIN_NETWORK, ...some })),
      },
      { noNullPrototype: true },
    ),
    bookmarks: fc.array(fc.record({ step: fc.nat(), note: anyText }, { noNullPrototype: true })),
  },
  { noNullPrototype: true },
);

const HELLO: Scenario = {
  program: { files: [{ path: 'main.py', text: 'print("hello, wörld")\n' }] },
  conditions: DEFAULT_CONDITIONS,
  bookmarks: [],
};

/** HELLO as it was written before there were bookmarks. */
const OLD_LINK =
  'AXvgf0dFjUEKwjAURK8is1IIUkFEsvUILm0Xsf22gTQJvz9VKbmWF_Bikm6c1TDMvFkQOfRsRugFD-togr4tiEYGaIzG-n18Q0HoJdCIbL1sawzkXFCb5_fDrquxqz1ykxXa4DsrNvip8CaiDrpSMNwXbqPgrC8XwokU7qnrSdYqzeSLO1SrFGbLkoy7UkFO0OfTscQhSUxyGQybVoj_i5zzDw';
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];

/** The message of the LinkError that a text gives; fails at anything else. */
async function complaint(text: string): Promise<string> {
  const result = await decodeScenario(text).then(
    () => 'no error',
    (error: unknown) => error,
  );
  expect(result).toBeInstanceOf(LinkError);
  return result instanceof LinkError ? result.message : '';
}

describe('a scenario in a link', () => {
  test('comes back as it was, whatever the program and its conditions', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, async (scenario) => {
        const text = await encodeScenario(scenario);
        expect(text).toMatch(/^[\w-]+$/);
        expect(await decodeScenario(text)).toEqual(scenario);
      }),
    );
  });

  test('that was made before there were bookmarks opens without any, and with computing that takes no time', async () => {
    expect(await decodeScenario(OLD_LINK)).toEqual({ ...HELLO, conditions: { ...HELLO.conditions, lineCost: 0 } });
  });

  test('with a bookmark that stands nowhere is refused', async () => {
    const text = await encodeScenario({ ...HELLO, bookmarks: [{ step: -1, note: '' }] });
    expect(await complaint(text)).toBe('This link is damaged: what is in it is not a program with its conditions.');
  });

  test('is shorter than its program once that has some length', async () => {
    const text = 'async def fetch(name):\n    await asyncio.sleep(1)\n'.repeat(40);
    const link = await encodeScenario({ ...HELLO, program: { files: [{ path: 'main.py', text }] } });
    expect(link.length).toBeLessThan(text.length / 4);
  });

  test('cut short anywhere says so', async () => {
    const whole = await encodeScenario(HELLO);
    for (let length = 0; length < whole.length; length++) {
      expect(await complaint(whole.slice(0, length))).toMatch(/^This link is damaged: .+\.$/);
    }
  });

  test('with any one character changed says so', async () => {
    const whole = await encodeScenario(HELLO);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.constantFrom(...LETTERS), async (at, letter) => {
        fc.pre(whole[at] !== letter);
        expect(await complaint(whole.slice(0, at) + letter + whole.slice(at + 1))).toMatch(/damaged|newer/);
      }),
    );
  });

  test('that was never one says so, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(await complaint(text)).toMatch(/damaged|newer/);
      }),
    );
  });

  test('of a later version says which', async () => {
    expect(await complaint('Ag')).toBe('This link was made by a newer Loopscope: its format is version 2, and this one reads up to 1.');
  });

  test('whose conditions are out of their range is refused', async () => {
    const text = await encodeScenario({ ...HELLO, conditions: { ...DEFAULT_CONDITIONS, seed: -1 } });
    expect(await complaint(text)).toBe('This link is damaged: what is in it is not a program with its conditions.');
  });
});
