import * as v from 'valibot';
import { expect, it } from 'vitest';
import { record } from '../record-program.test-support';
import { listPrograms } from './corpus';
import { readProgram } from './native';

/** The public names of asyncio, and of its public classes. */
const ASK = `import asyncio, json

public = [name for name in asyncio.__all__ if not name.startswith("_")]
kinds = [kind for name in public if isinstance(kind := getattr(asyncio, name), type)]
own = {f"{kind.__name__}.{name}" for kind in kinds for name in dir(kind) if not name.startswith("_") and name not in dir(OSError)}
print(json.dumps(["asyncio." + name for name in public] + sorted(own)))
`;

const Names = v.array(v.string());

/** What is refused by name, which no program can compare with CPython: the README's table has it, and its test calls it. */
const REFUSED = /subprocess|sendfile|pipe|tls/i;

/** Of the standard library around asyncio, what programs must have tried too. */
const AROUND = [
  ...[
    'threading.Thread',
    'threading.Timer',
    'threading.local',
    'threading.Lock',
    'threading.RLock',
    'threading.Event',
    'threading.Condition',
  ],
  ...['threading.Semaphore', 'threading.BoundedSemaphore', 'threading.Barrier', 'queue.Queue', 'queue.PriorityQueue', 'queue.SimpleQueue'],
  ...['ThreadPoolExecutor', 'ProcessPoolExecutor', 'logging.getLogger', 'unittest.IsolatedAsyncioTestCase', 'mock.AsyncMock'],
  ...['contextmanager', 'asynccontextmanager', 'AsyncExitStack', 'aclosing', 'suppress', 'nullcontext'],
  ...['signal.signal', 'signal.raise_signal', 'os.kill', 'tempfile.TemporaryDirectory', 'open(', 'input(', 'sys.argv', 'sys.stdin'],
  ...['importlib.import_module', 'time.sleep', 'time.monotonic', 'time.perf_counter', 'contextvars.ContextVar', 'sys.get_asyncgen_hooks'],
];

const texts = listPrograms().map(readProgram);
const isUsed = (pattern: RegExp) => texts.some((text) => pattern.test(text));

/** A method counts by its name, whoever has it. */
function occurs(name: string): boolean {
  const [owner = '', own = ''] = name.split('.');
  return owner === 'asyncio' ? isUsed(new RegExp(`\\basyncio\\.${own}\\b`)) : isUsed(new RegExp(`(?:\\.|\\bdef )${own}\\b`));
}

it('every public name of asyncio that is not refused, methods included, occurs in a program of the corpus', async () => {
  const { stdout, stderr } = await record(ASK);
  expect(stderr).toBe('');
  const names = v.parse(Names, JSON.parse(stdout));
  expect(names.filter((name) => !REFUSED.test(name) && !occurs(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(300);
}, 60_000);

it('what asyncio’s programs use of the standard library occurs in a program of the corpus', () => {
  expect(AROUND.filter((name) => !texts.some((text) => text.includes(name)))).toEqual([]);
});
