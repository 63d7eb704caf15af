/** By what a worker can reach beyond itself, other than by the messages that it sends. */
const REACHING = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'importScripts',
  'indexedDB',
  'IDBFactory',
  'caches',
  'CacheStorage',
  'navigator',
  'cookieStore',
] as const;

/**
 * Takes from a global scope what a program must not use: the network, storage, and other workers. A program that finds its way from Python
 * into JavaScript then finds none of it. It is one layer of several: what the worker says is checked by whoever listens, too.
 */
export function restrictGlobals(scope: object): void {
  for (const name of REACHING) {
    for (let owner: object | null = scope; owner !== null; owner = Object.getPrototypeOf(owner)) Reflect.deleteProperty(owner, name);
    Reflect.defineProperty(scope, name, { value: undefined, writable: false, configurable: false });
  }
}
