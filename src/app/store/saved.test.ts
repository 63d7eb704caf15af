import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NetworkSchema } from '../../model/network';
import { mapKeeper } from './fakeMachine.test-support';
import type { Keeper } from './keeper';
import { readDrafts, writeDrafts } from './savedDrafts';
import { DEFAULT_PREFERENCES, readPreferences, writePreferences } from './savedPreferences';

const REFUSING: Keeper = {
  getItem: () => {
    throw new Error('denied');
  },
  setItem: () => {
    throw new Error('full');
  },
};

describe('what is kept between visits', () => {
  test('drafts come back as they were written', () => {
    const keeper = mapKeeper();
    const drafts = {
      current: 'own',
      texts: { own: 'print("é\\n")\n' },
      conditions: {
        own: {
          network: v.parse(NetworkSchema, { routes: [{ host: 'a.org', status: 503 }] }),
          input: { text: 'Ada\n', ended: true },
          interrupts: [{ seconds: 1, turns: 2, lines: 3, events: 0 }],
        },
      },
      files: { own: [{ path: 'pkg/a.py', text: 'A = 1\n' }] },
      marks: { own: { breakpoints: [{ line: 1, task: 'a', condition: 'n > 1' }], bookmarks: [{ step: 3, note: 'é', text: 9 }] } },
    };
    expect(writeDrafts(keeper, drafts)).toBe(true);
    expect(readDrafts(keeper)).toEqual(drafts);
  });

  test.each(['', ',"marks":{"own":{"breakpoints":3}},"conditions":{"own":{"network":{"latency":-1}}}'])(
    'drafts without marks, or with damaged ones, keep their texts: %s',
    (marks) => {
      const saved = `{"version":1,"current":"own","texts":{"own":"x"}${marks}}`;
      expect(readDrafts(mapKeeper({ 'loopscope.drafts': saved }))).toEqual({
        current: 'own',
        texts: { own: 'x' },
        marks: {},
        files: {},
        conditions: {},
      });
    },
  );

  test.each(['', 'null', '{"version":1}', '{"version":2,"current":"own","texts":{}}', '{"version":1,"current":"own","texts":{"own":1}}'])(
    'drafts that are damaged or of another version are not taken: %s',
    (text) => {
      expect(readDrafts(mapKeeper({ 'loopscope.drafts': text }))).toBeNull();
    },
  );

  test('preferences come back as they were written', () => {
    const keeper = mapKeeper();
    const preferences = {
      theme: 'dark',
      stepSize: 'line',
      pace: { by: 'time', speed: 'whole' },
      plainKeys: false,
      live: true,
      layout: { page: { upper: 60, lower: 40 } },
    } as const;
    expect(writePreferences(keeper, preferences)).toBe(true);
    expect(readPreferences(keeper)).toEqual(preferences);
  });

  test('preferences of an earlier version keep their speed', () => {
    const saved = '{"version":1,"theme":"dark","stepSize":"line","speed":30,"layout":{}}';
    expect(readPreferences(mapKeeper({ 'loopscope.preferences': saved }))).toMatchObject({
      theme: 'dark',
      pace: { by: 'steps', speed: 30 },
      plainKeys: true,
    });
  });

  test.each(['nonsense', '{"version":1,"theme":"pink","stepSize":"line","speed":2,"layout":{}}'])(
    'damaged preferences give the defaults: %s',
    (text) => {
      expect(readPreferences(mapKeeper({ 'loopscope.preferences': text }))).toEqual(DEFAULT_PREFERENCES);
    },
  );

  test('a browser that keeps nothing is no error, and says so', () => {
    expect(readDrafts(REFUSING)).toBeNull();
    expect(writeDrafts(REFUSING, { current: 'own', texts: {}, marks: {}, files: {}, conditions: {} })).toBe(false);
    expect(readPreferences(REFUSING)).toEqual(DEFAULT_PREFERENCES);
  });
});
