/**
 * The last view that was made of each thing, and the events it was made from: a view is made again only when one of them
 * is another. So going from step to step makes only what changed, and what did not change stays the same object.
 * Kept as long as the index: one view for each thing at most.
 */
export class ViewMemo<View> {
  private readonly kept: ({ readonly first: number; readonly second: number; readonly view: View } | undefined)[] = [];

  /** The view kept for a thing (1, 2, 3…) if it was made from these events, else what `make` makes. */
  get(thing: number, first: number, second: number, make: () => View): View {
    const found = this.kept[thing];
    if (found !== undefined && found.first === first && found.second === second) return found.view;
    const view = make();
    this.kept[thing] = { first, second, view };
    return view;
  }

  clear(): void {
    this.kept.length = 0;
  }
}
