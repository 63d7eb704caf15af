/**
 * The last view that was made of each thing, and the latest change it shows: a view is made again only to show another.
 * So going from step to step makes only what changed, and what did not change stays the same object.
 * Kept as long as the index: one view for each thing at most.
 */
export class ViewMemo<View> {
  private readonly views: (View | undefined)[] = [];
  private readonly changes: number[] = [];

  /** The view kept for a thing (1, 2, 3…), if this event is the latest change it shows. */
  find(thing: number, change: number): View | undefined {
    return this.changes[thing] === change ? this.views[thing] : undefined;
  }

  /** Keeps a view, and returns it. */
  keep(thing: number, change: number, view: View): View {
    this.changes[thing] = change;
    this.views[thing] = view;
    return view;
  }

  clear(): void {
    this.changes.length = 0;
    this.views.length = 0;
  }
}
