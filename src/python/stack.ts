import * as v from 'valibot';

/**
 * How much of its own stack the interpreter may use for calls within calls of C, in bytes; then there is a RecursionError. A browser's worker
 * has room for a fifth more where code is optimised, which takes the most; without a bound it would depend on the engine, and on how often
 * the code had run, at what depth the interpreter dies.
 */
const DEPTH = 128 * 1024;

const Functions = v.object({
  emscripten_stack_get_base: v.custom<() => number>((value) => typeof value === 'function'),
  emscripten_stack_get_current: v.custom<() => number>((value) => typeof value === 'function'),
  emscripten_stack_get_end: v.custom<() => number>((value) => typeof value === 'function'),
  PyThreadState_Get: v.custom<() => number>((value) => typeof value === 'function'),
  PyUnstable_ThreadState_SetStackProtection: v.custom<(thread: number, start: number, size: number) => number>(
    (value) => typeof value === 'function',
  ),
});

/** Bounds the depth of recursion from now on (Python/ceval.c). */
export function boundStack(exports: WebAssembly.Exports): void {
  const cpython = v.parse(Functions, exports);
  const start = cpython.emscripten_stack_get_base() - DEPTH;
  cpython.PyUnstable_ThreadState_SetStackProtection(cpython.PyThreadState_Get(), start, DEPTH);
}

/** Forgets what calls have left behind that are over: it tells how the engine made them. */
export function clearDeadStack(memory: WebAssembly.Memory, exports: WebAssembly.Exports): void {
  const { emscripten_stack_get_end: end, emscripten_stack_get_current: current } = v.parse(Functions, exports);
  new Uint8Array(memory.buffer).fill(0, end(), current());
}
