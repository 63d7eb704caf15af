import { loadPyodide } from 'pyodide';
import * as v from 'valibot';
import { Interpreter, ModuleFactory } from './interpreter';

/**
 * A fresh interpreter in a browser.
 * @param indexURL the address of the folder that holds Pyodide's files, with a slash at its end
 * @param snapshot the memory snapshot, unpacked
 */
export async function startWebInterpreter(indexURL: string, snapshot: Blob): Promise<Interpreter> {
  const [factory, bytes] = await Promise.all([import(/* @vite-ignore */ `${indexURL}pyodide.asm.mjs`), snapshot.arrayBuffer()]);
  return Interpreter.start({ loadPyodide, createModule: v.parse(ModuleFactory, factory).default, indexURL }, { _loadSnapshot: bytes });
}
