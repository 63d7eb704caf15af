import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, longest first. */
const LONG = ['corpus/corpus.test.ts', 'corpus/native.test.ts', 'cli/cli.test.ts', 'random-programs/programs.test.ts'];

/** Begins with what takes longest, so that no core waits for it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((end) => moduleId.endsWith(end));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

/**
 * What runs Python gets a process of its own for each file; so does the page, which loads parts of itself when they are needed: an import that
 * one file left under way would never end for the next.
 */
const ALONE = ['src/{python,cli,app}/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    environment: 'node',
    // Recording a program starts a fresh interpreter, which takes a busy machine its time.
    testTimeout: 60_000,
    allowOnly: false,
    // Vitest itself leaves a core idle, which on two cores means one test at a time.
    maxWorkers: 2,
    // As for the command line: Python needs more than Node allows JavaScript by itself, though no more than a browser's worker has.
    execArgv: ['--stack-size=1968'],
    sequence: { sequencer: LongestFirst },
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ALONE,
          // A module is read once for all files: to read it again for each takes longer than the tests.
          isolate: false,
        },
      },
    ],
  },
});
