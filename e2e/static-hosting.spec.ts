import { expect } from '@playwright/test';
import { record } from '../src/python/record-program.test-support';
import { LoopscopePage, test } from './app';
import { ADDRESSES } from './programs';
import { WINDOW } from './window';

test("Python's files and the examples' recordings lie beside the page, and reach it as they are", async ({ request }) => {
  const beginnings = {
    'pyodide/pyodide.asm.mjs': '',
    'pyodide/pyodide.asm.wasm': '\0asm',
    'pyodide/python_stdlib.zip': 'PK',
    'pyodide/pyodide-lock.json': '{',
    // Still compressed: the page decompresses it, not the server or the browser on the way.
    'pyodide/snapshot.gzip': '\x1f\x8b',
    'examples/rate-limited-crawler.loopscope': 'loopscope',
  };
  for (const [name, beginning] of Object.entries(beginnings)) {
    const response = await request.get(name);
    expect(response.status(), name).toBe(200);
    expect((await response.body()).subarray(0, beginning.length).toString('latin1'), name).toBe(beginning);
  }
  const wasm = await request.get('pyodide/pyodide.asm.wasm');
  expect(wasm.headers()['content-type']).toBe('application/wasm');
});

test('under a path the page runs programs as Node does, asks no other host for anything, may not either, and has no complaint', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext(WINDOW);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}`) && !/^(?:blob|data):/.test(request.url())) elsewhere.push(request.url());
  });
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (!response.ok()) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  const app = new LoopscopePage(page);
  await app.open({ python: true });
  // The same to the addresses of all objects.
  const { stdout } = await record(ADDRESSES);
  expect(stdout).toMatch(/^-?\d+\n$/);
  await app.record(ADDRESSES);
  await expect(app.console).toContainText(stdout.trim());

  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);

  const directive = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        fetch('https://example.org/').catch(() => {});
      }),
  );
  expect(directive).toBe('connect-src');
  await context.close();
});
