/** A choice: an integer from 0 to below `sides` (0 for no sides at all). */
export type Dice = (sides: number) => number;

/** The same throws for the same seed. The generator is mulberry32: small, and good enough to choose test data with. */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}
