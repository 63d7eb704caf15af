import * as v from 'valibot';
import type { StepSize } from '../../model/navigation';
import { type Keeper, readJson, writeJson } from './keeper';

/** Light, dark, or as the system has it. */
export type ThemeChoice = 'light' | 'dark' | 'system';

/** How far one step of the transport goes. */
export type TransportStepSize = Exclude<StepSize, 'event'>;

/** What the reader set up once and finds again at the next visit. */
export interface Preferences {
  readonly theme: ThemeChoice;
  readonly stepSize: TransportStepSize;
  /** Steps a second while playing. */
  readonly speed: number;
  /** Sizes of the panels of each group, in per cent, by group and panel. */
  readonly layout: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const DEFAULT_PREFERENCES: Preferences = { theme: 'system', stepSize: 'taskSwitch', speed: 2, layout: {} };

const KEY = 'loopscope.preferences';

const Percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

const SavedPreferences = v.object({
  version: v.literal(1),
  theme: v.picklist(['light', 'dark', 'system']),
  stepSize: v.picklist(['line', 'taskSwitch', 'loopTurn']),
  speed: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000)),
  layout: v.record(v.string(), v.record(v.string(), Percent)),
});

/** The preferences of the last visit, or the defaults when there are none or they are damaged. */
export function readPreferences(keeper: Keeper): Preferences {
  const parsed = v.safeParse(SavedPreferences, readJson(keeper, KEY));
  if (!parsed.success) return DEFAULT_PREFERENCES;
  const { theme, stepSize, speed, layout } = parsed.output;
  return { theme, stepSize, speed, layout };
}

/** Whether the preferences were kept. */
export function writePreferences(keeper: Keeper, preferences: Preferences): boolean {
  return writeJson(keeper, KEY, { version: 1, ...preferences });
}
