import { RecordingError } from '../recording-error';
import type { ByteReader, ByteWriter } from './bytes';
import type { FileContents } from './contents';

type EventColumns = Pick<FileContents, 'kinds' | 'columns'>;

/**
 * Writes the number of events, their kinds one byte each, then kind by kind and field by field the values, each as its
 * difference from the one before: ids grow by small steps, which makes short and repetitive bytes.
 */
export function writeColumns(writer: ByteWriter, { kinds, columns }: EventColumns): void {
  writer.unsigned(kinds.length);
  writer.bytes(kinds);
  for (const fields of columns) {
    for (const values of fields) {
      let before = 0;
      for (const value of values) {
        writer.signed((value - before) | 0);
        before = value;
      }
    }
  }
}

/** Reads what `writeColumns` wrote, for kinds with so many fields each. */
export function readColumns(reader: ByteReader, fieldCounts: readonly number[]): EventColumns {
  const kinds = reader.bytes(reader.unsigned());
  const totals = fieldCounts.map(() => 0);
  for (const kind of kinds) {
    const total = totals[kind];
    if (total === undefined) throw new RecordingError(`The recording is damaged: it holds events of kind ${kind}, which it does not name.`);
    totals[kind] = total + 1;
  }
  const columns = fieldCounts.map((fields, kind) => Array.from({ length: fields }, () => readColumn(reader, totals[kind] ?? 0)));
  return { kinds, columns };
}

function readColumn(reader: ByteReader, length: number): Int32Array {
  let value = 0;
  return Int32Array.from({ length }, () => {
    value = (value + reader.signed()) | 0;
    return value;
  });
}
