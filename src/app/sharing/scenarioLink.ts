import * as v from 'valibot';
import { InterruptSchema } from '../../model/interrupt';
import { NetworkSchema, PLAIN_NETWORK } from '../../model/network';
import { type Conditions, MAX_LINE_COST, NO_INPUT, type Program } from '../../model/scenario';

/** What a link tells: a program and everything else that decides its run; and what is to be seen in it. */
export interface Scenario {
  readonly program: Program;
  readonly conditions: Conditions;
  /** Steps with a note each, in order. */
  readonly bookmarks: readonly SharedBookmark[];
}

export interface SharedBookmark {
  readonly step: number;
  readonly note: string;
}

/** Says to a reader why a link opens nothing. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

/*
 * A scenario in a link is base64url (RFC 4648, without padding) of:
 *
 *     1 byte    the version of the format
 *     4 bytes   CRC-32 of what follows, highest byte first: deflate has no checksum, and links are cut and retyped
 *     the rest  raw deflate of JSON in UTF-8: { program, conditions }, as in scenario.ts, and
 *               { bookmarks } if there are some: not in the first links, and left alone by who reads only those
 */
const VERSION = 1;
const PREFIX = 5;

/** More than any program takes; what unpacks to more was made to fill the memory. */
const MAX_UNPACKED = 2 ** 24;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const StepNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const ScenarioSchema = v.object({
  program: v.object({ files: v.pipe(v.array(v.object({ path: v.string(), text: v.string() })), v.minLength(1)) }),
  conditions: v.object({
    seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)),
    args: v.array(v.string()),
    // Programs could only be run as files when links did not say so.
    module: v.optional(v.string(), ''),
    topLevelAwait: v.optional(v.boolean(), false),
    lines: v.boolean(),
    // Computing took no time when links did not say what it takes.
    lineCost: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_LINE_COST)), 0),
    budgets: v.object({ events: Count, virtualSeconds: Count, outputCharacters: Count }),
    interrupts: v.optional(v.array(InterruptSchema), []),
    // Links from before there was a network have none.
    network: v.optional(NetworkSchema, PLAIN_NETWORK),
    // Nor answers to programs that ask.
    input: v.optional(v.object({ text: v.string(), ended: v.boolean() }), NO_INPUT),
  }),
  bookmarks: v.optional(v.array(v.object({ step: StepNumber, note: v.string() })), []),
});

/** A scenario as letters, digits, '-' and '_'. */
export async function encodeScenario({ program, conditions, bookmarks }: Scenario): Promise<string> {
  const marked = bookmarks.length === 0 ? {} : { bookmarks };
  const json = new TextEncoder().encode(JSON.stringify({ program, conditions, ...marked }));
  const packed = await collect(new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY);
  const bytes = new Uint8Array(PREFIX + packed.length);
  bytes[0] = VERSION;
  new DataView(bytes.buffer).setUint32(1, crc32(packed));
  bytes.set(packed, PREFIX);
  return base64url(bytes);
}

/** The scenario in a link. Throws a LinkError, and nothing else, that says why there is none. */
export async function decodeScenario(text: string): Promise<Scenario> {
  const bytes = bytesOf(text);
  const version = bytes[0] ?? 0;
  if (version > VERSION) {
    throw new LinkError(`This link was made by a newer Loopscope: its format is version ${version}, and this one reads up to ${VERSION}.`);
  }
  if (version === 0 || bytes.length <= PREFIX) throw damaged('it ends too soon or is not from Loopscope');
  const packed = bytes.slice(PREFIX);
  if (new DataView(bytes.buffer).getUint32(1) !== crc32(packed)) throw damaged('it was cut short or changed on its way');
  const parsed = v.safeParse(ScenarioSchema, jsonOf(await unpack(packed)));
  if (!parsed.success) throw damaged('what is in it is not a program with its conditions');
  return parsed.output;
}

const damaged = (how: string): LinkError => new LinkError(`This link is damaged: ${how}.`);

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await collect(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')), MAX_UNPACKED);
  } catch {
    throw damaged('it cannot be unpacked');
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw damaged('what is in it cannot be read');
  }
}

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    length += read.value.length;
    if (length <= limit) continue;
    await reader.cancel();
    throw damaged('it unpacks to more than any program takes');
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function base64url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw damaged('it was cut short or has characters that no link has');
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  // The last character may hold bits that belong to no byte; a link that was made here has none set.
  if (base64url(bytes) !== text) throw damaged('it was cut short or changed on its way');
  return bytes;
}

/** The CRC-32 of gzip and PNG (ISO 3309): it finds every change within one character, and every but one in 2^32 others. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
