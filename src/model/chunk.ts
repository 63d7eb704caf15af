/**
 * A run of events as the recorder hands them over while it records: parallel columns of equal length,
 * and the strings that are new in this chunk, in order of their ids (the table starts with "" as id 0, which is never sent).
 */
export interface EventChunk {
  readonly kind: Uint8Array<ArrayBuffer>;
  readonly a: Int32Array<ArrayBuffer>;
  readonly b: Int32Array<ArrayBuffer>;
  readonly c: Int32Array<ArrayBuffer>;
  readonly d: Int32Array<ArrayBuffer>;
  readonly strings: readonly string[];
}
