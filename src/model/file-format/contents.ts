/**
 * What a file of any version holds, before it is checked: the header as it was written, and the events by the names of
 * their kinds and fields, so that a file can be brought up to date after names or numbers have changed.
 */
export interface FileContents {
  readonly header: Readonly<Record<string, unknown>>;
  /** The names of the kinds, by their numbers in `kinds`, and of the fields of each. */
  readonly vocabulary: readonly { readonly kind: string; readonly fields: readonly string[] }[];
  readonly kinds: Uint8Array;
  /** For each kind, for each of its fields: the values in the order of the events. */
  readonly columns: readonly (readonly Int32Array[])[];
}
