import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingModuleAdvice, STAND_INS } from './missingModule';

test('names something that does the same, or else how to bring the module and what there is', () => {
  expect(missingModuleAdvice("No module named 'requests' at main.py:1")).toBe(
    'requests is not available here; httpx.AsyncClient or aiohttp.ClientSession can do the same.',
  );
  expect(missingModuleAdvice("No module named 'helpers.net'; 'helpers' is not a package")).toMatch(
    /^helpers is not available here: .* a file helpers.py beside .* websockets\.$/,
  );
});

test('the stand-ins that it names are those that there are', () => {
  const folder = new URL('../../python/runtime/stand_ins', import.meta.url);
  const names = readdirSync(folder).filter((name) => !name.startsWith('_') && !name.endsWith('.toml'));
  expect(names.map((name) => name.replace(/\.py$/, '')).sort()).toEqual(STAND_INS);
});
