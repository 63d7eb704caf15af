import type { Interpreter } from '../python/interpreter';
import { startWebInterpreter } from '../python/web-python';
import type { FromWorker, ToWorker } from './messages';
import { restrictGlobals } from './restricted-globals';

let interpreter: Interpreter | null = null;

const post = (message: FromWorker, transfer: Transferable[] = []): void => self.postMessage(message, { transfer });

function record(message: Extract<ToWorker, { kind: 'record' }>): void {
  if (interpreter === null) throw new Error('asked to record before Python was there');
  restrictGlobals(globalThis);
  interpreter.run(interpreter.place(message.program), message.conditions, (chunk) => {
    post({ kind: 'chunk', chunk: { ...chunk, strings: [...chunk.strings] } }, [
      chunk.kind.buffer,
      chunk.a.buffer,
      chunk.b.buffer,
      chunk.c.buffer,
      chunk.d.buffer,
    ]);
  });
  post({ kind: 'ended' });
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  try {
    if (data.kind === 'start') {
      interpreter = await startWebInterpreter(data.indexURL, data.snapshot);
      post({ kind: 'ready' });
    } else {
      record(data);
    }
  } catch (error) {
    post({ kind: 'failed', message: describe(error) });
  }
};
