import * as v from 'valibot';
import type { Conditions, Program } from '../model/scenario';

/** What a recorder's worker is told. It records one program in its life. */
export type ToWorker =
  | {
      readonly kind: 'start';
      /** The address of the folder with Pyodide's files, with a slash at its end. */
      readonly indexURL: string;
      /** The memory snapshot, uncompressed. */
      readonly snapshot: Blob;
    }
  | { readonly kind: 'record'; readonly program: Program; readonly conditions: Conditions };

const Chunk = v.object({
  kind: v.instance(Uint8Array),
  a: v.instance(Int32Array),
  b: v.instance(Int32Array),
  c: v.instance(Int32Array),
  d: v.instance(Int32Array),
  strings: v.array(v.string()),
});

/** What a recorder's worker says, as it is checked on arrival: the program that it runs could make it say anything. */
export const FromWorker = v.variant('kind', [
  /** Python is there. */
  v.object({ kind: v.literal('ready') }),
  /** The next events. */
  v.object({ kind: v.literal('chunk'), chunk: Chunk }),
  /** The recording's last event was in the last chunk. */
  v.object({ kind: v.literal('ended') }),
  /** Python could not start, or died. */
  v.object({ kind: v.literal('failed'), message: v.string() }),
]);
export type FromWorker = v.InferOutput<typeof FromWorker>;
