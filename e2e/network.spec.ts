import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { warm as test } from './app';

const ASKS = `import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get("https://api.example.org/users/3") as response:
            print(response.status, await response.json())


asyncio.run(main())
`;

test('a request of a recording is made a route, and the next run is answered by it', async ({ app }, testInfo) => {
  const { page } = app;
  await app.record(ASKS);
  await expect(app.console).toContainText("200 {'url': 'https://api.example.org/users/3'");
  await app.button('Expand World').click();
  const world = app.region('World');
  await expect(world.getByRole('region', { name: 'api.example.org' })).toContainText('GET /users/3');
  await app.button('Make a route of GET /users/3').press('Enter');
  await expect(world.getByLabel('Host', { exact: true })).toBeFocused();
  await expect(world.getByLabel('Host', { exact: true })).toHaveValue('api.example.org');
  await world.getByLabel('Status').fill('5');
  await expect(world).toContainText('A number from 100 to 599.');
  await expect(world.getByLabel('Status')).toHaveValue('5');
  await world.getByLabel('Status').fill('503');
  await world.getByLabel('Content').selectOption('this JSON');
  await world.getByLabel('JSON').fill('{"name": "Ada"}');
  await expect(world).not.toContainText('not used as typed');
  const kept = await page.evaluate(() => localStorage.getItem('loopscope.drafts'));
  expect(kept).toContain('"host":"api.example.org","method":"GET","path":"/users/3","status":503');

  await app.button('Run').click();
  await expect(app.console).toContainText("503 {'name': 'Ada'}", { timeout: 45_000 });
  await world.getByRole('button', { name: /^GET \/users\/3/ }).click();
  await expect(app.lane('I/O and threads')).toContainText('GET https://api.example.org/users/3');

  await test.step('the world is copied as a file with which the command line runs the program the same', async () => {
    await world.getByLabel('Latency (ms)').fill('40');
    await app.button('Copy as JSON').click();
    await expect(world).toContainText('Copied: a file for --world');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse(copied)).toMatchObject({
      latency: 40,
      routes: [{ host: 'api.example.org', path: '/users/3', status: 503, json: { name: 'Ada' } }],
    });
    const [program, json] = [testInfo.outputPath('asks.py'), testInfo.outputPath('world.json')];
    writeFileSync(program, ASKS);
    writeFileSync(json, copied);
    const stdout = execFileSync('npx', ['tsx', 'src/cli/main.ts', 'run', program, '--world', json], { encoding: 'utf8' });
    expect(stdout).toBe("503 {'name': 'Ada'}\n");
  });

  await test.step('a closed or removed route gives the focus back to what opened it', async () => {
    const route = app.button('Route GET api.example.org/users/3');
    await app.button('Edit the route of GET /users/3').press('Enter');
    await expect(world.getByLabel('Host', { exact: true })).toBeFocused();
    await route.press('Enter');
    await expect(app.button('Edit the route of GET /users/3')).toBeFocused();
    await route.press('Enter');
    await expect(world.getByLabel('Host', { exact: true })).toBeVisible();
    await expect(route).toBeFocused();
    await app.button('Add a route').press('Enter');
    await expect(world.getByLabel('Host', { exact: true })).toBeFocused();
    await expect(world.getByLabel('Method')).toHaveValue('*');
    await app.button('Remove route any api.example.org').press('Enter');
    await expect(app.button('Add a route')).toBeFocused();
  });
  await app.button('Remove route GET api.example.org/users/3').click();
  await expect(world).toContainText('0 routes');
  await app.button('Collapse World').click();
});
