/** What one can do with the timeline, whatever one does it with. */
export interface TimelineActions {
  /** Travels to the step nearest to a place in steps. */
  readonly travel: (step: number) => void;
  /** Selects the task of a lane. */
  readonly select: (lane: number) => void;
  /** Folds the lanes below one away, or shows them again. */
  readonly fold: (lane: number) => void;
  /** Keeps a lane above all others, or no longer. */
  readonly pin: (lane: number) => void;
  /** Zooms so that a position of the axis keeps its place. */
  readonly zoomAt: (factor: number, position: number) => void;
  /** Zooms so that where one stands keeps its place, or the middle if that is out of sight. */
  readonly zoomHere: (factor: number) => void;
  /** Moves the view by a share of it. */
  readonly panBy: (share: number) => void;
  /** Selects between two places in steps. */
  readonly selectBetween: (one: number, other: number) => void;
  /** Moves an end of the selection to where one stands. */
  readonly moveEnd: (end: 'from' | 'to') => void;
  readonly zoomToSelection: () => void;
  readonly clearSelection: () => void;
  /** Brings everything in sight. */
  readonly fit: () => void;
}
