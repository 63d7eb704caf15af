import type { Conditions } from '../../model/scenario';

/** How a program is begun: as a file, by a module such as pytest, or with `await` allowed outside of functions. */
export type RunMode = Pick<Conditions, 'module' | 'args' | 'topLevelAwait'>;

/** As `python FILE`. */
export const AS_A_FILE: RunMode = { module: '', args: [], topLevelAwait: false };

/** As `python -m asyncio` lets one write. */
export const WITH_TOP_LEVEL_AWAIT: RunMode = { ...AS_A_FILE, topLevelAwait: true };

/** As `python -m pytest FILE -v`. */
export const withPytest = (file: string): RunMode => ({ ...AS_A_FILE, module: 'pytest', args: [file, '-v'] });

/** Whether a text defines tests for pytest and does not run them itself. */
export const isTestFile = (text: string): boolean =>
  /^(async )?def test_\w*\(|^class Test\w*[(:]/m.test(text) &&
  /^\s*(import|from) pytest/m.test(text) &&
  !/pytest\.main\(|^if __name__/m.test(text);

/** Whether a text imports uvloop, of which Loopscope has but the names. */
export const importsUvloop = (text: string): boolean => /^\s*(import|from) uvloop\b/m.test(text);

/** How Run begins a program: as it was begun last, as long as that means something for the text. */
export const nextMode = (last: RunMode | undefined, first: RunMode, text: string): RunMode => {
  if (last === undefined) return first;
  if (last.module === 'pytest' && !isTestFile(text)) return first;
  return { module: last.module, args: last.args, topLevelAwait: last.topLevelAwait };
};
