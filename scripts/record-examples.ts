import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { encodeRecording } from '../src/model/file';
import { RecordingBuilder } from '../src/model/recording';
import { DEFAULT_CONDITIONS, type Program } from '../src/model/scenario';
import { startInterpreter } from '../src/python/node-python';
import { projectFiles, ROOT } from './project-files';

/**
 * Records the gallery's examples as the page would, into `.cache/examples/SLUG.loopscope`, so that one can be looked at before Python
 * has loaded. Does nothing while neither the examples nor anything that decides a recording has changed.
 */
const EXAMPLES = 'src/content/examples';
const OUTPUT = resolve(ROOT, '.cache/examples');
const KEY_FILE = resolve(OUTPUT, 'inputs.key');

const IndexSchema = v.array(v.object({ slug: v.string(), file: v.string() }));

const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');

/** What the recordings depend on, as a hash. */
function inputsKey(): string {
  const decisive = projectFiles('.py', '.ts', '.json').filter(
    (path) =>
      /^src\/(model|engine|python|content)\//.test(path) &&
      !/\.test(-support)?\.ts$|^src\/python\/corpus\/|^src\/model\/(index|views)\//.test(path),
  );
  const hash = createHash('sha256').update(read('node_modules/pyodide/package.json'));
  for (const path of [...decisive, 'scripts/record-examples.ts']) hash.update(path).update(read(path));
  return hash.digest('hex');
}

async function recordingOf(text: string): Promise<Uint8Array> {
  const program: Program = { files: [{ path: 'main.py', text }] };
  const builder = new RecordingBuilder(program, DEFAULT_CONDITIONS);
  const interpreter = await startInterpreter();
  interpreter.run(interpreter.place(program), DEFAULT_CONDITIONS, (chunk) => builder.append(chunk));
  return encodeRecording(builder.recording());
}

const key = inputsKey();
if (!existsSync(KEY_FILE) || readFileSync(KEY_FILE, 'utf8') !== key) {
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  for (const { slug, file } of v.parse(IndexSchema, JSON.parse(read(`${EXAMPLES}/index.json`)))) {
    writeFileSync(resolve(OUTPUT, `${slug}.loopscope`), await recordingOf(read(`${EXAMPLES}/${file}`)));
  }
  writeFileSync(KEY_FILE, key);
}
