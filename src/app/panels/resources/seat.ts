import type { TaskId } from '../../../model/units';

/** A place in a resource: a permit, a slot, a party at a barrier, a lock's owner. */
export type Seat =
  | { readonly kind: 'held'; readonly task: TaskId | null; readonly label: string }
  | { readonly kind: 'free'; readonly label: string }
  | { readonly kind: 'promised'; readonly label: string }
  | { readonly kind: 'item'; readonly item: number; readonly label: string; readonly next: boolean }
  | { readonly kind: 'more'; readonly label: string };
