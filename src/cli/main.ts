import { writeFileSync } from 'node:fs';
import { encodeRecording } from '../model/file';
import { isBad, printed } from './check';
import { execute, InterpreterCrash } from './execute';
import { recordRun } from './recorded-run';
import { problemsIn, reportOf } from './report';
import { type Command, HELP, parseCommand, UsageError } from './usage';

const BAD_USE = 2;
/** What a shell says of a program that SIGSEGV ended: 128 + 11. */
const CRASHED = 139;

async function perform(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'run': {
      if (command.report === null) return (await execute(command.program, command.conditions, 'aloud', () => {})).status;
      const { run, recording } = await recordRun(command.program, command.conditions, 'aloud');
      writeFileSync(command.report, reportOf(run, recording));
      return run.status;
    }
    case 'record': {
      const { run, recording } = await recordRun(command.program, command.conditions, 'aloud');
      writeFileSync(command.output, await encodeRecording(recording));
      if (command.report !== null) writeFileSync(command.report, reportOf(run, recording));
      return run.status;
    }
    case 'check': {
      const { recording } = await recordRun(command.program, command.conditions, 'silently');
      const problems = problemsIn(recording);
      process.stdout.write(printed(problems, command.format, command.program));
      return isBad(problems) ? 1 : 0;
    }
  }
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
