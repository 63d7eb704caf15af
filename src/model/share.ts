import type { ResourceKind } from './vocabulary';

/** What a resource lends that several tasks can have at once, in one word; null for a kind that lends nothing or only itself. */
export function shareOf(kind: ResourceKind): 'permit' | 'connection' | null {
  switch (kind) {
    case 'Semaphore':
    case 'BoundedSemaphore':
      return 'permit';
    case 'ConnectionPool':
      return 'connection';
    default:
      return null;
  }
}
