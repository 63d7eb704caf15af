import { writeFileSync } from 'node:fs';
import { encodeRecording } from '../model/file';
import { RecordingBuilder } from '../model/recording';
import { execute } from './execute';
import { programOf } from './program';
import { reportOf } from './report';
import { type Command, HELP, parseCommand, UsageError } from './usage';

const BAD_USE = 2;

async function perform(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'run': {
      const run = await execute(command.program, command.conditions, () => {});
      if (command.report !== null) writeFileSync(command.report, reportOf(run));
      return run.status;
    }
    case 'record': {
      const builder = new RecordingBuilder(programOf(command.program), command.conditions);
      const run = await execute(command.program, command.conditions, (chunk) => builder.append(chunk));
      writeFileSync(command.output, await encodeRecording(builder.recording()));
      if (command.report !== null) writeFileSync(command.report, reportOf(run));
      return run.status;
    }
  }
}

try {
  process.exitCode = await perform(parseCommand(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`loopscope: ${error.message}\n`);
  process.exitCode = BAD_USE;
}
