import type { EventChunk } from './chunk';
import { FIELDS_BY_KIND } from './fields';
import { ByteReader, ByteWriter } from './file-format/bytes';
import { readColumns, writeColumns } from './file-format/columns';
import type { FileContents } from './file-format/contents';
import { gunzip, gzip } from './file-format/gzip';
import { conditionsFrom, object, programFrom, stringsFrom, vocabularyFrom } from './file-format/header';
import { upgrade, VERSION } from './file-format/upgrade';
import { type FieldPosition, type Recording, RecordingBuilder } from './recording';
import { RecordingError } from './recording-error';
import { EVENT_FIELDS, EVENT_KINDS } from './vocabulary';

/*
 * A .loopscope file:
 *
 *     9 bytes   "loopscope" in ASCII
 *     4 bytes   the version of the format, an integer, lowest byte first
 *     the rest  gzip of:
 *         varint   the length in bytes of the header
 *         header   JSON in UTF-8: program, conditions (scenario.ts), strings (the string table without the empty string
 *                  that is its entry 0), vocabulary (for each kind of event, by its number: its name, then its fields')
 *         events   see file-format/columns.ts
 *
 * Varints are those of file-format/bytes.ts. The same recording gives the same bytes, as far as two systems compress alike.
 */
const MAGIC = new TextEncoder().encode('loopscope');
const PREFIX = MAGIC.length + 4;

const POSITIONS: readonly FieldPosition[] = [0, 1, 2, 3];

/** A recording as the bytes of a .loopscope file. */
export async function encodeRecording(recording: Recording): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ByteWriter();
  const header = new TextEncoder().encode(JSON.stringify(headerOf(recording)));
  writer.unsigned(header.length);
  writer.bytes(header);
  writeColumns(writer, columnsOf(recording));
  const packed = await gzip(writer.finish());
  const file = new Uint8Array(PREFIX + packed.length);
  file.set(MAGIC);
  new DataView(file.buffer).setUint32(MAGIC.length, VERSION, true);
  file.set(packed, PREFIX);
  return file;
}

/** The recording in the bytes of a .loopscope file. Throws a RecordingError that says, to a reader, why there is none. */
export async function decodeRecording(bytes: Uint8Array): Promise<Recording> {
  const file = new Uint8Array(bytes);
  if (MAGIC.some((byte, position) => file[position] !== byte)) throw new RecordingError('This is not a Loopscope recording.');
  if (file.length <= PREFIX) throw new RecordingError('The recording is damaged: it ends too soon.');
  const version = new DataView(file.buffer).getUint32(MAGIC.length, true);
  if (version > VERSION) {
    throw new RecordingError(
      `This recording was made by a newer Loopscope: its format is version ${version}, and this one reads up to ${VERSION}.`,
    );
  }
  if (version === 0) throw new RecordingError('The recording is damaged: there is no version 0 of its format.');
  return recordingFrom(upgrade(contentsFrom(await gunzip(file.slice(PREFIX))), version));
}

function headerOf(recording: Recording): Record<string, unknown> {
  return {
    // Read back from itself, which puts the names in one order, whoever made the objects.
    program: programFrom({ program: recording.program }),
    conditions: conditionsFrom({ conditions: recording.conditions }),
    strings: Array.from({ length: recording.stringCount - 1 }, (_, position) => recording.string(position + 1)),
    vocabulary: EVENT_KINDS.map((kind) => [kind, ...EVENT_FIELDS[kind]]),
  };
}

function columnsOf(recording: Recording): Pick<FileContents, 'kinds' | 'columns'> {
  const kinds = Uint8Array.from({ length: recording.length }, (_, event) => recording.kindAt(event));
  const totals = new Uint32Array(EVENT_KINDS.length);
  for (const kind of kinds) totals[kind] = (totals[kind] ?? 0) + 1;
  const columns = FIELDS_BY_KIND.map((fields, kind) => fields.map(() => new Int32Array(totals[kind] ?? 0)));
  const filled = new Uint32Array(EVENT_KINDS.length);
  for (const [event, kind] of kinds.entries()) {
    const row = filled[kind] ?? 0;
    for (const position of POSITIONS) {
      const column = columns[kind]?.[position];
      if (column !== undefined) column[row] = recording.fieldAt(event, position);
    }
    filled[kind] = row + 1;
  }
  return { kinds, columns };
}

function contentsFrom(body: Uint8Array): FileContents {
  const reader = new ByteReader(body);
  const header = headerFrom(reader.bytes(reader.unsigned()));
  const vocabulary = vocabularyFrom(header);
  const events = readColumns(
    reader,
    vocabulary.map(({ fields }) => fields.length),
  );
  if (!reader.isAtEnd) throw new RecordingError('The recording is damaged: something follows its events.');
  return { header, vocabulary, ...events };
}

function headerFrom(bytes: Uint8Array): Record<string, unknown> {
  try {
    return { ...object(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), 'header') };
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    throw new RecordingError('The recording is damaged: its header is no JSON.');
  }
}

/** Contents of the present version as a recording; every event is checked as one that comes from a recorder. */
function recordingFrom(contents: FileContents): Recording {
  const present = EVENT_KINDS.map((kind) => ({ kind, fields: EVENT_FIELDS[kind] }));
  if (JSON.stringify(contents.vocabulary) !== JSON.stringify(present)) {
    throw new RecordingError('The recording is damaged: it names other kinds of events than its version has.');
  }
  const builder = new RecordingBuilder(programFrom(contents.header), conditionsFrom(contents.header));
  const chunk = chunkFrom(contents);
  try {
    builder.append(chunk);
  } catch (error) {
    if (error instanceof RecordingError) throw new RecordingError(`The recording is damaged: ${error.message}.`, error.event);
    throw error;
  }
  return builder.recording();
}

function chunkFrom({ header, kinds, columns }: FileContents): EventChunk {
  const column = (position: FieldPosition): Int32Array<ArrayBuffer> => {
    const taken = new Uint32Array(columns.length);
    return Int32Array.from(kinds, (kind) => {
      const row = taken[kind] ?? 0;
      taken[kind] = row + 1;
      return columns[kind]?.[position]?.[row] ?? 0;
    });
  };
  return { kind: Uint8Array.from(kinds), a: column(0), b: column(1), c: column(2), d: column(3), strings: stringsFrom(header) };
}
