import { expect } from '@playwright/test';
import { warm } from './app';
import { DEADLOCK, ENDLESS, SEGFAULT, SPINNING, SYNTAX_ERROR, TWO_WORKERS, UNCAUGHT } from './programs';

warm('a syntax error says where, and that nothing ran', async ({ app }) => {
  await app.record(SYNTAX_ERROR);
  const alert = app.outcome;
  await expect(alert).toContainText('SyntaxError');
  await expect(alert).toContainText('nothing ran');
  await expect(alert.getByRole('button', { name: 'Show line 3' })).toBeVisible();
  await expect(app.console).toContainText('SyntaxError');
  await expect(app.region('Problems')).toContainText('The exception that ended the run is in the Console');
  await app.page.keyboard.press('End');
  await expect(app.region('Event loop')).toContainText('nothing: the program has ended');
});

warm('an uncaught exception is told, and the recording up to it can be stepped through', async ({ app }) => {
  await app.record(UNCAUGHT);
  await expect(app.outcome).toContainText('Uncaught ValueError');
  await expect(app.outcome).toContainText('no such page');
  await app.outcome.getByRole('button', { name: 'Go to the end' }).click();
  await expect(app.tasks.first()).toHaveAccessibleName(/^main failed, ValueError/);
  await expect(app.console).toContainText('Traceback (most recent call last)');
  await expect(app.console.locator('[data-role="exception"]')).toBeInViewport({ ratio: 1 });
  await app.button('First step').click();
  await app.button('Step forward').click();
  await expect(app.lane('Running now')).toHaveText([/^main/]);
});

warm('await outside of functions can be allowed, and tests run with pytest', async ({ app }) => {
  await app.record('import asyncio\nawait asyncio.sleep(1)\nprint("awake")\n');
  await expect(app.outcome).toContainText("'await' outside function");
  await app.button('Run with top-level await').click();
  await expect(app.console).toContainText('awake');
  await expect(app.outcome).toBeEmpty();
  await app.paste('import pytest\n\n@pytest.mark.asyncio\nasync def test_it():\n    assert 1 + 1 == 3\n');
  await app.button('Run with pytest').click();
  await expect(app.outcome).toContainText('exited with status 1', { timeout: 60_000 });
  await app.button('Last step').click();
  await expect(app.console).toContainText('assert (1 + 1) == 3');
  await expect(app.button('Run as a file')).toBeVisible();
  await app.record('import requests\n');
  await expect(app.outcome).toContainText('httpx.AsyncClient or aiohttp.ClientSession can do the same');
});

warm('a deadlock names who waits for what', async ({ app }) => {
  await app.record(DEADLOCK);
  await expect(app.outcome).toContainText('Deadlock');
  await expect(app.outcome).toContainText('pasta in spoon.acquire(): held by soup');
  await expect(app.outcome).toContainText('soup in fork.acquire(): held by pasta');
  await app.button('Last step').click();
  for (const label of ['main', 'pasta', 'soup']) await expect(app.task(label)).toHaveAccessibleName(/ waiting/);
  await expect(app.resource('fork, Lock')).toContainText('soup');
});

warm('an endless program ends at its budget, keeps what was recorded, and can be given more', async ({ app }) => {
  await app.record(ENDLESS);
  await expect(app.outcome).toContainText('cut short');
  expect(Number(await app.slider.getAttribute('aria-valuemax'))).toBeGreaterThan(1_000);
  await app.button('Run with 10× the budget').click();
  await expect(app.button('Stop')).toBeVisible();
  await app.button('Stop').click();
  await expect(app.button('Run')).toBeVisible();
});

warm('a program that never gives control back is stopped at once, and the next one runs', async ({ app }) => {
  await app.choose('My program');
  await app.paste(SPINNING);
  await app.button('Run').click();
  await expect(app.status).toHaveText('Recording');
  await app.button('Stop').click();
  await expect(app.button('Run')).toBeVisible({ timeout: 1_000 });
  await expect(app.outcome).toContainText('Stopped');
  await app.record(TWO_WORKERS);
  await expect(app.outcome).toBeEmpty();
  await app.button('Last step').click();
  await expect(app.tasks.first()).toHaveAccessibleName(/^main done/);
});

warm('an exit status is told, and that there was nothing to run', async ({ app }) => {
  await app.record('import sys\nprint("bye")\nsys.exit(3)\n');
  await expect(app.outcome).toContainText('exited with status 3');
  await app.record('# nothing yet\n');
  await expect(app.outcome).toContainText('The program is empty');
});

warm('what leads up to a line that never ends is kept when one stops it', async ({ app }) => {
  await app.choose('My program');
  await app.paste('total = 0\ntotal = sum(range(10**15))\n');
  await app.button('Run').click();
  await expect(app.button('Stop')).toBeVisible();
  await expect.poll(() => app.slider.getAttribute('aria-valuemax').then(Number)).toBeGreaterThan(2);
  await app.button('Stop').click();
  await expect(app.outcome).toContainText('Stopped');
  await app.button('Last step').click();
  await expect(app.region('Explanation')).toContainText('main.py:2');
});

warm('when the interpreter itself crashes the page says so, keeps what was recorded, and starts another', async ({ app, complaints }) => {
  await app.choose('My program');
  await app.paste(SEGFAULT);
  await app.button('Run').click();
  await expect(app.outcome).toContainText('The interpreter crashed');
  await expect(app.outcome).toContainText('memory access out of bounds');
  await app.button('Last step').click();
  await expect(app.console).toContainText('about to crash');
  await expect(app.task('main')).toHaveAccessibleName(/^main /);
  // Pyodide reports it to the browser's own console, too.
  await expect.poll(() => complaints.splice(0).join('')).toContain('fatal error');
  await app.record(TWO_WORKERS);
  await expect(app.outcome).toBeEmpty();
  complaints.length = 0;
});
