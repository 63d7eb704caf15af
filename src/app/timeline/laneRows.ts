import { count } from '../../analysis/explain/phrase';
import type { ActorId } from '../../model/actor-id';
import type { Lane } from './lane';
import type { Stretch } from './shares';

/** Lanes from top to bottom, by their places from 0. */
export interface LaneList {
  readonly count: number;
  at(position: number): Lane | undefined;
  /** The place of a task's or a thread's lane; -1 if it is not among them. */
  positionOf(id: ActorId): number;
}

/** Which lanes one wants to see. */
export interface LaneChoice {
  /** Part of a task's label; empty: any. While something is sought, nothing is folded. */
  readonly query: string;
  /** Shown above all others, whatever else is chosen. */
  readonly pinned: ReadonlySet<ActorId>;
  /** Tasks whose children, and theirs, are folded away. */
  readonly folded: ReadonlySet<ActorId>;
}

export const ALL_LANES: LaneChoice = { query: '', pinned: new Set(), folded: new Set() };

/** How a lane's name is shown. */
export interface RowLook {
  /** How many of the tasks that created it, or created those, are shown above it. */
  readonly depth: number;
  /** Whether there are lanes to fold away below it, or how they are; null: it created none. */
  readonly fold: 'open' | 'folded' | null;
  /** How many lanes are folded away. */
  readonly hidden: number;
  readonly pinned: boolean;
}

export const PLAIN_ROW: RowLook = { depth: 0, fold: null, hidden: 0, pinned: false };

/** What a task or a thread is called, and who created it. */
export interface Family {
  readonly labelOf: (id: ActorId) => string;
  readonly creatorOf: (id: ActorId) => ActorId;
}

interface Row {
  readonly lane: Lane;
  readonly look: RowLook;
}

/** The lanes that are shown: each below the task or thread that created it. */
export class LaneRows implements LaneList {
  private readonly rows: readonly Row[];
  private readonly positions: ReadonlyMap<ActorId, number>;

  constructor(rows: readonly Row[]) {
    this.rows = rows;
    this.positions = new Map(rows.map(({ lane }, position) => [lane.id, position]));
  }

  get count(): number {
    return this.rows.length;
  }

  at(position: number): Lane | undefined {
    return this.rows[position]?.lane;
  }

  positionOf(id: ActorId): number {
    return this.positions.get(id) ?? -1;
  }

  lookAt(position: number): RowLook {
    return this.rows[position]?.look ?? PLAIN_ROW;
  }
}

/** Whether a task is there in a part of a stretch. */
function isIn({ from, to }: Stretch, lane: Lane): boolean {
  const last = lane.count - 1;
  return lane.count > 0 && lane.stepAt(0) <= to && (!lane.isEnd(last) || lane.stepAt(last) >= from);
}

/** Arranges lanes: the pinned ones, then each below its creator. `only`: without tasks that ended before this stretch or begin after it. */
export function arrangeLanes(lanes: readonly Lane[], family: Family, choice: LaneChoice, only: Stretch | null): LaneRows {
  const sought = choice.query.trim().toLowerCase();
  const { pinned, folded } = choice;
  const children = new Map<number, Lane[]>();
  for (const lane of lanes) {
    const siblings = children.get(family.creatorOf(lane.id));
    if (siblings === undefined) children.set(family.creatorOf(lane.id), [lane]);
    else siblings.push(lane);
  }
  const isShown = (lane: Lane): boolean =>
    !pinned.has(lane.id) &&
    (only === null || isIn(only, lane)) &&
    (sought === '' || family.labelOf(lane.id).toLowerCase().includes(sought));
  const rows: Row[] = lanes.filter(({ id }) => pinned.has(id)).map((lane) => ({ lane, look: { ...PLAIN_ROW, pinned: true } }));
  // A list of what is left to visit rather than recursion: a task may create the next for ever.
  const left = (children.get(0) ?? []).toReversed().map((lane) => ({ lane, depth: 0, foldedBy: -1 }));
  const hidden = new Map<number, number>();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { lane, depth, foldedBy } = next;
    const own = children.get(lane.id) ?? [];
    const shown = isShown(lane);
    const row = rows.length;
    if (shown && foldedBy === -1) {
      rows.push({ lane, look: { depth, fold: own.length === 0 || sought !== '' ? null : 'open', hidden: 0, pinned: false } });
    } else if (shown) hidden.set(foldedBy, (hidden.get(foldedBy) ?? 0) + 1);
    const folds = foldedBy === -1 && shown && sought === '' && folded.has(lane.id);
    for (const child of own.toReversed()) {
      left.push({ lane: child, depth: shown ? depth + 1 : depth, foldedBy: folds ? row : foldedBy });
    }
  }
  return new LaneRows(
    rows.map(({ lane, look }, row) => {
      const count = hidden.get(row);
      return count === undefined ? { lane, look } : { lane, look: { ...look, fold: 'folded', hidden: count } };
    }),
  );
}

/** "5 tasks", "3 tasks and 2 threads": the lanes that are shown. */
export function lanesInWords(lanes: LaneList): string {
  const threads = Array.from({ length: lanes.count }, (_, position) => lanes.at(position)?.id ?? 0).filter((id) => id < 0).length;
  const tasks = count(lanes.count - threads, 'task');
  return threads === 0 ? tasks : `${tasks} and ${count(threads, 'thread')}`;
}
