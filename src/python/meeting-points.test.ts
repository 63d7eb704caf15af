import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readRows } from './meeting-points';
import { startInterpreter } from './node-python';

const Module = v.object({ _module: v.object({ HEAP32: v.instance(Int32Array) }) });

test('a list of Python integers is read from memory as it is, whatever their sign and length', async () => {
  const numbers = [0, 1, -1, 255, -255, 2 ** 30 - 1, 2 ** 30, -(2 ** 30), 2 ** 31 - 1, -(2 ** 31)];
  const interpreter = await startInterpreter();
  const { memory, header } = interpreter.prepare((pyodide) => ({
    header: v.parse(
      v.number(),
      pyodide.runPython(`
import array
numbers = ${JSON.stringify(numbers)}
shared = array.array("i", [0, 0, 0, 0, id(numbers)])
shared.buffer_info()[0]
`),
    ),
    memory: v.parse(Module, pyodide)._module.HEAP32,
  }));
  const rows: number[][] = [];
  readRows(memory, header >> 2, (...row) => rows.push(row));
  expect(rows).toEqual([numbers.slice(0, 5), numbers.slice(5)]);
});
