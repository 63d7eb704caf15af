/** One line of the table that `npm run bench` prints. */
export interface Row {
  /** What was measured: a sentence part that a reader who did not write it understands. */
  readonly what: string;
  /** What came out, with its unit: "1.7×", "0.9 ms". */
  readonly figure: string;
  /** What it has to be, in the same unit: "≤ 2×". Empty for a figure that is only to be known. */
  readonly target: string;
  /** Whether the figure reaches the target; true where there is none. */
  readonly ok: boolean;
}
