import * as v from 'valibot';

type Bytes = readonly number[];

/** A 32-bit integer, as WebAssembly names types. */
const I32 = 0x7f;
const name = (text: string): Bytes => [text.length, ...new TextEncoder().encode(text)];
const section = (id: number, entries: number, ...bytes: Bytes): Bytes => [id, bytes.length + 1, entries, ...bytes];
/** The type of functions that take so many integers and give one. */
const type = (takes: number): Bytes => [0x60, takes, ...Array<number>(takes).fill(I32), 1, I32];
const get = (...locals: Bytes): Bytes => locals.flatMap((local) => [0x20, local]);
const LEARN = 0;
const [FUNCTION, A, B, C] = [1, 2, 3, 4] as const;
const BLOCK = [0x02, 0x40];
const [END, RETURN] = [0x0b, 0x0f];
/** Ends a block, behind which the function is called with these locals and what it gives is given. */
const callWith = (...locals: Bytes): Bytes => [END, ...get(...locals, FUNCTION), 0x11, locals.length, 0, RETURN];

const CODE = [
  ...[BLOCK, BLOCK, BLOCK, BLOCK, BLOCK].flat(),
  // br_table: leaves as many blocks as the function's byte says, four at most.
  ...[...get(FUNCTION), 0x2d, 0, 0, 0x0e, 4, 0, 1, 2, 3, 4],
  ...[END, ...get(FUNCTION, A, B, C), 0x10, LEARN, RETURN],
  ...callWith(),
  ...callWith(A),
  ...callWith(A, B),
  ...callWith(A, B, C),
  ...[0x00, END],
];

/**
 * `call(success, function, a, b, c)`: calls a function of a table with as many of the three arguments as it takes. How many these are
 * stands in the function's byte in `takes`: 1 and their number; or 0 if `learn(function, a, b, c)` is to call it and to find that out.
 */
const MODULE = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, 6, ...[0, 1, 2, 3, 4, 5].flatMap(type)),
  ...section(2, 2, ...name(''), ...name('learn'), 0, 4, ...name(''), ...name('table'), 1, 0x70, 0, 0),
  ...section(3, 1, 5),
  ...section(5, 1, 0, 16),
  ...section(7, 2, ...name('call'), 0, 1, ...name('takes'), 2, 0),
  ...section(10, 1, CODE.length + 1, 0, ...CODE),
);

const AnyFunction = v.custom<(...args: readonly unknown[]) => number>((value) => typeof value === 'function');
const Trampoline = v.object({ call: AnyFunction, takes: v.instance(WebAssembly.Memory) });
const Address = v.pipe(
  v.instance(WebAssembly.Global),
  v.transform(({ value }) => value),
  v.number(),
);

/** What of CPython it takes to set a trampoline. */
const CPython = v.object({
  memory: v.instance(WebAssembly.Memory),
  __indirect_function_table: v.instance(WebAssembly.Table),
  _PyRuntime: Address,
  /** Where, beginning there, the address of the offset stands. */
  _PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: Address,
});

/**
 * CPython calls many functions of C with more arguments than they take, which WebAssembly does not allow; so it has such calls made by a
 * trampoline (Python/emscripten_trampoline.c). Pyodide sets one where the engine can tell the types of functions, and elsewhere each of
 * these calls, a million and more in a second, takes a turn through JavaScript and another amount of stack. This one is as fast, and the
 * same in every engine.
 * @param exports those of CPython's WebAssembly
 */
export function setTrampoline(exports: WebAssembly.Exports): void {
  const { __indirect_function_table: table } = v.parse(CPython, exports);
  const learn = (address: number, ...given: readonly number[]): number => {
    const called = v.parse(AnyFunction, table.get(address));
    new Uint8Array(takes.buffer)[address] = 1 + called.length;
    return called(...given);
  };
  const { call, takes } = v.parse(Trampoline, new WebAssembly.Instance(new WebAssembly.Module(MODULE), { '': { learn, table } }).exports);
  const address = table.grow(1);
  table.set(address, call);
  point(exports, address);
}

/** Sets no trampoline, as in an engine that has none. */
export function unsetTrampoline(exports: WebAssembly.Exports): void {
  point(exports, 0);
}

function point(exports: WebAssembly.Exports, trampoline: number): void {
  const { memory, _PyRuntime: runtime, _PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: offset } = v.parse(CPython, exports);
  const view = new DataView(memory.buffer);
  view.setUint32(runtime + view.getUint32(offset, true), trampoline, true);
}
