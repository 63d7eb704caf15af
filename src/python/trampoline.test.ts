import { describe, expect, it } from 'vitest';
import { setTrampoline, unsetTrampoline } from './trampoline';

/** Four functions, "0" to "3": each takes so many integers and gives the last of them, or 40 if there is none. */
const FUNCTIONS = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 23, 4, 0x60, 0, 1, 0x7f, 0x60, 1, 0x7f, 1, 0x7f, 0x60, 2, 0x7f, 0x7f, 1, 0x7f, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f],
  ...[3, 5, 4, 0, 1, 2, 3],
  ...[7, 17, 4, 1, 0x30, 0, 0, 1, 0x31, 0, 1, 1, 0x32, 0, 2, 1, 0x33, 0, 3],
  ...[10, 21, 4, 4, 0, 0x41, 40, 0x0b, 4, 0, 0x20, 0, 0x0b, 4, 0, 0x20, 1, 0x0b, 4, 0, 0x20, 2, 0x0b],
);
const RUNTIME = 1000;
const OFFSET_AT = 64;
const OFFSET = 24;

function interpreter() {
  const functions = new WebAssembly.Instance(new WebAssembly.Module(FUNCTIONS)).exports;
  const table = new WebAssembly.Table({ element: 'anyfunc', initial: 10 });
  for (const takes of [0, 1, 2, 3]) table.set(takes + 5, functions[takes]);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const view = new DataView(memory.buffer);
  view.setUint32(OFFSET_AT, OFFSET, true);
  const address = (value: number) => new WebAssembly.Global({ value: 'i32' }, value);
  const exports = {
    memory,
    __indirect_function_table: table,
    _PyRuntime: address(RUNTIME),
    _PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: address(OFFSET_AT),
  };
  const trampoline = () => view.getUint32(RUNTIME + OFFSET, true);
  return { exports, table, trampoline, call: (at: number) => table.get(trampoline())(0, at, 7, 8, 9) };
}

describe('the trampoline', () => {
  it('calls a function with as many arguments as it takes, each time', () => {
    const { exports, call } = interpreter();
    setTrampoline(exports);
    expect([5, 6, 7, 8].map(call)).toEqual([40, 7, 8, 9]);
    expect([5, 6, 7, 8].map(call)).toEqual([40, 7, 8, 9]);
  });

  it('asks JavaScript about a function once', () => {
    const { exports, table, call } = interpreter();
    let asked = 0;
    const get = table.get.bind(table);
    setTrampoline(exports);
    const trampoline = get(table.length - 1);
    table.get = (at) => {
      asked += 1;
      return get(at);
    };
    for (let times = 0; times < 3; times++) trampoline(0, 6, times, 8, 9);
    expect(asked).toBe(1);
    expect(call(6)).toBe(7);
  });

  it('is not there any more when it was taken away', () => {
    const { exports, trampoline } = interpreter();
    setTrampoline(exports);
    expect(trampoline()).not.toBe(0);
    unsetTrampoline(exports);
    expect(trampoline()).toBe(0);
  });

  it('refuses an interpreter that has no place for it', () => {
    expect(() => setTrampoline({})).toThrow('memory');
  });
});
