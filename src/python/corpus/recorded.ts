import type { EventChunk } from '../../model/chunk';
import { DEFAULT_CONDITIONS } from '../../model/scenario';
import { KIND } from '../../model/vocabulary';
import { startInterpreter } from '../node-python';
import type { CorpusProgram, Shown } from './corpus';
import { readProgram } from './native';

/** Records a program in a fresh interpreter and gives what it shows, put together from the recording's own output events. */
export async function runRecorded(program: CorpusProgram): Promise<Shown> {
  const interpreter = await startInterpreter();
  const placed = interpreter.place({ files: [{ path: `${program.name}.py`, text: readProgram(program) }] });
  const strings = [''];
  const written = new Map([
    [STDOUT, ''],
    [STDERR, ''],
  ]);
  const collect = ({ kind, a: streams, b: texts, strings: added }: EventChunk) => {
    strings.push(...added);
    for (const [at, number] of kind.entries()) {
      if (number !== KIND.output) continue;
      const stream = streams[at] ?? 0;
      written.set(stream, `${written.get(stream)}${strings[texts[at] ?? 0]}`);
    }
  };
  const { status } = interpreter.run(placed, { ...DEFAULT_CONDITIONS, args: program.args, input: { text: '', ended: true } }, collect);
  return {
    stdout: written.get(STDOUT) ?? '',
    stderr: (written.get(STDERR) ?? '').replaceAll(`${placed.folder}/`, ''),
    status,
  };
}

const STDOUT = 1;
const STDERR = 2;
