import * as v from 'valibot';
import type { StepSize } from '../../model/navigation';
import { type Keeper, readJson, writeJson } from './keeper';
import type { Pace } from './pace';

/** A theme, or what the system asks for. */
export type ThemeChoice = 'light' | 'dark' | 'contrast' | 'system';

/** How far one step of the transport goes. */
export type TransportStepSize = Exclude<StepSize, 'event'>;

/** What the reader set up once and finds again at the next visit. */
export interface Preferences {
  readonly theme: ThemeChoice;
  readonly stepSize: TransportStepSize;
  readonly pace: Pace;
  /** Whether keys without Ctrl act on the page: a reader whose software types for them may not want that. */
  readonly plainKeys: boolean;
  /** Whether the program is recorded again as one types. */
  readonly live: boolean;
  /** Sizes of the panels of each group, in per cent, by group and panel. */
  readonly layout: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  stepSize: 'taskSwitch',
  pace: { by: 'steps', speed: 2 },
  plainKeys: true,
  live: false,
  layout: {},
};

const KEY = 'loopscope.preferences';

const Percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

const Speed = v.pipe(v.number(), v.minValue(0.01), v.maxValue(1000));

const SavedPreferences = v.object({
  version: v.literal(1),
  theme: v.picklist(['light', 'dark', 'contrast', 'system']),
  stepSize: v.picklist(['line', 'taskSwitch', 'loopTurn']),
  // Steps a second, from before there were other paces.
  speed: v.optional(Speed),
  pace: v.optional(v.object({ by: v.picklist(['steps', 'time']), speed: v.union([Speed, v.literal('whole')]) })),
  plainKeys: v.optional(v.boolean(), true),
  live: v.optional(v.boolean(), false),
  layout: v.record(v.string(), v.record(v.string(), Percent)),
});

/** The preferences of the last visit, or the defaults when there are none or they are damaged. */
export function readPreferences(keeper: Keeper): Preferences {
  const parsed = v.safeParse(SavedPreferences, readJson(keeper, KEY));
  if (!parsed.success) return DEFAULT_PREFERENCES;
  const { theme, stepSize, speed, pace, plainKeys, live, layout } = parsed.output;
  return { theme, stepSize, pace: pace ?? { by: 'steps', speed: speed ?? 2 }, plainKeys, live, layout };
}

/** Whether the preferences were kept. */
export function writePreferences(keeper: Keeper, preferences: Preferences): boolean {
  return writeJson(keeper, KEY, { version: 1, ...preferences });
}
