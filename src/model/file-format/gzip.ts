import { RecordingError } from '../recording-error';

/** More than any recording takes; what unpacks to more was made to fill the memory. */
const MAX_UNPACKED = 2 ** 29;

/** The bytes compressed, without the time and the system that a gzip header may tell. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')), Number.POSITIVE_INFINITY);
  // RFC 1952: bytes 4 to 7 are the time (0: none), byte 9 is the system (255: unknown).
  packed.fill(0, 4, 8);
  packed[9] = 255;
  return packed;
}

/** Throws a RecordingError if the bytes are cut short, changed, or no gzip at all. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), MAX_UNPACKED);
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    throw new RecordingError('The recording is damaged: it was cut short or changed, and cannot be unpacked.');
  }
}

async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    length += read.value.length;
    if (length <= limit) continue;
    await reader.cancel();
    throw new RecordingError(`The recording is damaged: it unpacks to more than ${limit / 2 ** 20} MB.`);
  }
  const whole = new Uint8Array(length);
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
