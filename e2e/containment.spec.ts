import { expect } from '@playwright/test';
import { warm } from './app';

/** Python's loop knows its host, and every JavaScript object knows the constructor of functions: so a program can reach the worker's globals. */
const ESCAPE = `import asyncio

host = asyncio.SelectorEventLoop.__init__.__globals__["log"].host
scope = host.constructor.constructor("return globalThis")()
for name in ("fetch", "XMLHttpRequest", "WebSocket", "indexedDB", "caches", "Worker", "importScripts"):
    print(name, getattr(scope, name, None))
`;

warm('a program that finds its way into JavaScript finds no network, storage or workers there', async ({ app }) => {
  await app.record(ESCAPE);
  await expect(app.console).toContainText('importScripts');
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'indexedDB', 'caches', 'Worker', 'importScripts']) {
    await expect(app.console).toContainText(`${name} None`);
  }
});
