/** A place in a file that breaks a rule. `line` counts from 1. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A file may not be longer than this. Most are under 250 lines. */
export const MOST_LINES = 400;

interface Rule {
  /** Which files it holds for. */
  readonly files: RegExp;
  readonly except?: RegExp;
  readonly pattern: RegExp;
  /** What to do instead. */
  readonly message: string;
}

const CODE = /\.(ts|tsx|mjs|css|py)$/;
const SCRIPT = /\.(ts|tsx|mjs)$/;
const TEST = /\.test\.tsx?$|^e2e\//;

/** What neither the compiler nor the linters forbid, or what would switch them off. There are no exceptions to grandfather: the count is zero. */
const RULES: readonly Rule[] = [
  {
    files: CODE,
    pattern: /@ts-(?:ignore|expect-error|nocheck)|biome-ignore|eslint-disable|(?:istanbul|c8|v8) ignore/,
    message: 'A check is switched off. Mend what it found.',
  },
  {
    files: /\.py$/,
    pattern: /#\s*(?:noqa|type:\s*ignore|ruff:|pylint:|pyright:|fmt:\s*(?:off|skip))/,
    message: 'A check is switched off. Mend what it found.',
  },
  {
    files: TEST,
    pattern: /\b(?:describe|it|test|suite|context)(?:\.\w+)*\.(?:skip|only|todo|fixme|fail|fails|skipIf|runIf)\b|\bx(?:it|describe|test)\(/,
    message: 'A test is skipped or stands alone. Tests run, all of them, or are deleted.',
  },
  {
    files: /^e2e\/.*\.ts$/,
    pattern: /waitForTimeout|setTimeout\(|networkidle/,
    message: 'A test sleeps. Wait for what you expect to see instead.',
  },
  { files: CODE, pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/, message: 'Unfinished work. Finish it or file an issue.' },
  { files: SCRIPT, pattern: /\bas unknown as\b/, message: 'A cast that switches the compiler off. Validate the value instead.' },
  {
    files: SCRIPT,
    except: /^src\/model\/units\.ts$/,
    pattern: /\bas (?:Step|Nanoseconds|TaskId|HandleId|FutureId|ResourceId|ScopeId|FrameId|StringId)\b/,
    message: 'A cast to a unit or id. The functions in src/model/units.ts make them.',
  },
  {
    files: /^src\/(?:model|engine|analysis|explore|exporters)\/.*\.ts$/,
    except: TEST,
    pattern: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bMath\.random\b|\bcrypto\.getRandomValues\b/,
    message: "A clock or chance that is not the recording's. A recording is a pure function of program and conditions.",
  },
  {
    files: /^(?:src\/.*\.(?:ts|tsx|css)|index\.html|embed\.html)$/,
    except: TEST,
    pattern: /https?:\/\/[^\s'"`)]*(?:cdn|unpkg|jsdelivr|googleapis|gstatic)/,
    message: 'Something is loaded from another host. Bundle it from npm.',
  },
];

/** All the places where the file at `path` (relative to the project, with '/') breaks a rule, in order of line. */
export function violationsOf(path: string, text: string): readonly Violation[] {
  const lines = text.split('\n');
  const broken = RULES.filter((rule) => rule.files.test(path) && rule.except?.test(path) !== true).flatMap((rule) =>
    lines.flatMap((content, index) => (rule.pattern.test(content) ? [{ path, line: index + 1, message: rule.message }] : [])),
  );
  const length = text.endsWith('\n') ? lines.length - 1 : lines.length;
  const tooLong =
    CODE.test(path) && length > MOST_LINES
      ? [{ path, line: MOST_LINES + 1, message: `${length} lines; ${MOST_LINES} is the most. Split it by what its parts are for.` }]
      : [];
  return [...broken, ...tooLong].sort((a, b) => a.line - b.line);
}
