import { describe, expect, it } from 'vitest';
import { restrictGlobals } from './restricted-globals';

describe('a restricted scope', () => {
  it('has no network, storage or workers, not by its prototypes either, and cannot get them back', () => {
    class WorkerScope {
      fetch(): string {
        return 'fetched';
      }
    }
    const prototype = WorkerScope.prototype;
    const scope = Object.assign(new WorkerScope(), { indexedDB: {}, postMessage: () => 'posted' });
    restrictGlobals(scope);
    expect([scope.fetch, scope.indexedDB, Reflect.get(prototype, 'fetch')]).toEqual([undefined, undefined, undefined]);
    expect(Reflect.set(scope, 'fetch', () => 'again')).toBe(false);
    expect(Reflect.deleteProperty(scope, 'fetch')).toBe(false);
    expect(scope.postMessage()).toBe('posted');
  });
});
