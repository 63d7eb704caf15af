import { Interpreter, type PythonParts } from './interpreter';

/** The files of the Python runtime: by path relative to its folder, e.g. "_loopscope/log.py". */
export type RuntimeFiles = ReadonlyMap<string, string>;

const FOLDER = '/loopscope-runtime';

/** Modules that programs commonly import are part of the snapshot, so that a run does not have to read them. */
const PRELOADED = [
  'argparse',
  'asyncio',
  'collections',
  'contextlib',
  'contextvars',
  'copy',
  'dataclasses',
  'datetime',
  'decimal',
  'enum',
  'functools',
  'gc',
  'hashlib',
  'heapq',
  'inspect',
  'itertools',
  'json',
  'logging',
  'math',
  'operator',
  'pathlib',
  'queue',
  'random',
  're',
  'signal',
  'statistics',
  'string',
  'textwrap',
  'threading',
  'time',
  'traceback',
  'typing',
  'uuid',
  'warnings',
  'weakref',
];

/**
 * Makes the memory snapshot from which every run starts: CPython with the runtime imported and hidden, in the same state on every machine.
 * The files of the file system are not part of it.
 */
export async function makeSnapshot(parts: PythonParts, runtime: RuntimeFiles): Promise<Uint8Array> {
  const interpreter = await Interpreter.start(parts, { _makeSnapshot: true });
  interpreter.prepare((pyodide) => {
    const { FS } = pyodide;
    FS.mkdir(FOLDER);
    for (const [path, text] of runtime) {
      FS.mkdirTree(`${FOLDER}/${path}`.replace(/\/[^/]*$/, ''));
      FS.writeFile(`${FOLDER}/${path}`, text);
    }
    pyodide.runPython(`
import sys
sys.path.insert(0, ${JSON.stringify(FOLDER)})
sys.dont_write_bytecode = True
for name in ${JSON.stringify(PRELOADED)}:
    __import__(name)
import _loopscope.network.install as network
network.install()
import _loopscope.program as loopscope
loopscope.load_stand_ins(${JSON.stringify(`${FOLDER}/stand_ins`)})
sys.path.remove(${JSON.stringify(FOLDER)})
del name, network, sys
`);
  });
  return interpreter.takeSnapshot();
}
