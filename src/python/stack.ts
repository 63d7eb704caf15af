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

/** What no bound can see coming: some functions of C, such as those that compare or free what is nested, use none of the stack that is bounded. */
class StackOverflow extends RangeError {
  constructor() {
    super("JavaScript's stack is used up: by lists or other objects that are nested some thousand deep, or by a very high recursion limit");
  }
}

/** As JavaScript's engines say it: V8 and JavaScriptCore, SpiderMonkey. */
const OVERFLOW = /maximum call stack size exceeded|too much recursion/i;

/** Does what runs Python. @throws StackOverflow in the place of what engines throw then. */
export function namingOverflow<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof Error && OVERFLOW.test(error.message) ? new StackOverflow() : error;
  }
}

/** Forgets what calls have left behind that are over: it tells how the engine made them. */
export function clearDeadStack(memory: WebAssembly.Memory, exports: WebAssembly.Exports): void {
  const { emscripten_stack_get_end: end, emscripten_stack_get_current: current } = v.parse(Functions, exports);
  new Uint8Array(memory.buffer).fill(0, end(), current());
}
