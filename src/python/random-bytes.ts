/** Bytes that look random and are decided by a seed: the generator sfc32 (Chris Doty-Humphrey, PractRand), warmed up as its author does. */
export class RandomBytes {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  /** @param seed an integer from 0 to 2^32 - 1 */
  constructor(seed: number) {
    this.reseed(seed);
  }

  /** Starts again from a seed. */
  reseed(seed: number): void {
    this.#a = 0;
    this.#b = seed | 0;
    this.#c = 0x9e3779b9 | 0;
    this.#counter = 1;
    for (let round = 0; round < 12; round++) this.#next();
  }

  fill(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length; index++) bytes[index] = this.#next() >>> 24;
  }

  #next(): number {
    const result = (this.#a + this.#b + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + result;
    return result;
  }
}
