import { RecordingError } from '../recording-error';

/** Writes bytes one after the other. Integers are varints: 7 bits a byte, the lowest first, the top bit on all but the last. */
export class ByteWriter {
  private buffer = new Uint8Array(1024);
  private length = 0;

  /** An integer from 0 to 2^32 - 1, in 1 to 5 bytes. */
  unsigned(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest >= 0x80) {
      this.buffer[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.buffer[this.length++] = rest;
  }

  /** A 32-bit integer of either sign: 0, -1, 1, -2… as 0, 1, 2, 3…, so that small ones stay short. */
  signed(value: number): void {
    this.unsigned(((value << 1) ^ (value >> 31)) >>> 0);
  }

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(this.length + more, this.buffer.length * 2));
    grown.set(this.buffer);
    this.buffer = grown;
  }
}

/** Reads what a ByteWriter wrote. Throws a RecordingError where the bytes end too soon. */
export class ByteReader {
  private readonly buffer: Uint8Array;
  private position = 0;

  constructor(buffer: Uint8Array) {
    this.buffer = buffer;
  }

  get isAtEnd(): boolean {
    return this.position === this.buffer.length;
  }

  unsigned(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 35; factor *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) break;
    }
    if (value >= 2 ** 32) throw new RecordingError('The recording is damaged: it holds an integer that is too large.');
    return value;
  }

  signed(): number {
    const value = this.unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  bytes(length: number): Uint8Array {
    if (length > this.buffer.length - this.position) throw cutShort();
    this.position += length;
    return this.buffer.subarray(this.position - length, this.position);
  }

  private byte(): number {
    const byte = this.buffer[this.position];
    if (byte === undefined) throw cutShort();
    this.position++;
    return byte;
  }
}

const cutShort = (): RecordingError => new RecordingError('The recording is damaged: it ends too soon.');
