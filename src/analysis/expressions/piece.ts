/** A piece of a Python expression: its kind in the grammar, its text, and the pieces it is made of, words and signs among them. */
export interface Piece {
  readonly kind: string;
  readonly text: string;
  readonly parts: readonly Piece[];
}
