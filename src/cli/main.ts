import { writeFileSync } from 'node:fs';
import { InterpreterCrash } from './interpreter-crash';
import { type Command, HELP, parseCommand, UsageError } from './usage';

const BAD_USE = 2;
/** What a shell says of a program that SIGSEGV ended: 128 + 11. */
const CRASHED = 139;

/** Each command loads what it takes: whoever asks for help need not wait for the interpreter and the rules. */
async function perform(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'run': {
      if (command.report === null) {
        const { execute } = await import('./execute');
        return (await execute(command.program, command.conditions, 'aloud', () => {})).status;
      }
      const { recordRun, reportOf } = await reporting();
      const { run, recording } = await recordRun(command.program, command.conditions, 'aloud');
      writeFileSync(command.report, reportOf(run, recording));
      return run.status;
    }
    case 'record': {
      const [{ recordRun, reportOf }, { encodeRecording }] = await Promise.all([reporting(), import('../model/file')]);
      const { run, recording } = await recordRun(command.program, command.conditions, 'aloud');
      writeFileSync(command.output, await encodeRecording(recording));
      if (command.report !== null) writeFileSync(command.report, reportOf(run, recording));
      return run.status;
    }
    case 'check': {
      const [{ recordRun, problemsIn }, { isBad, printed }] = await Promise.all([reporting(), import('./check')]);
      const { recording } = await recordRun(command.program, command.conditions, 'silently');
      const problems = problemsIn(recording);
      process.stdout.write(printed(problems, command.format, command.program));
      return isBad(problems) ? 1 : 0;
    }
  }
}

/** What makes a recording, and tells of it. */
async function reporting() {
  const [{ recordRun }, { problemsIn, reportOf }] = await Promise.all([import('./recorded-run'), import('./report')]);
  return { recordRun, problemsIn, reportOf };
}

try {
  process.exitCode = await perform(parseCommand(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`loopscope: ${error.message}\n`);
    process.exitCode = BAD_USE;
  } else if (error instanceof InterpreterCrash) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = CRASHED;
  } else {
    throw error;
  }
}
