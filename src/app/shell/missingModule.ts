/** The libraries for which there are stand-ins. */
export const STAND_INS = ['aiofiles', 'aiohttp', 'asyncpg', 'httpx', 'pytest', 'pytest_asyncio', 'uvloop', 'websockets'];

/** What to use in the place of libraries that cannot come along. */
const INSTEAD: Readonly<Record<string, string>> = {
  requests: 'httpx.AsyncClient or aiohttp.ClientSession',
  urllib3: 'httpx.AsyncClient or aiohttp.ClientSession',
  fastapi: 'aiohttp.web',
  flask: 'aiohttp.web',
  starlette: 'aiohttp.web',
  uvicorn: 'aiohttp.web',
  psycopg: 'asyncpg',
  psycopg2: 'asyncpg',
  anyio: 'asyncio itself',
  trio: 'asyncio itself',
};

/** One sentence on what to do when a module is missing; `detail` is what Python says of it. */
export function missingModuleAdvice(detail: string): string {
  const name = /No module named '([\w]+)/.exec(detail)?.[1] ?? '';
  const instead = INSTEAD[name];
  if (instead !== undefined) return `${name} is not available here; ${instead} can do the same.`;
  return `${name} is not available here: there is Python's standard library, a file ${name}.py beside this one if you add it, and small stand-ins for ${STAND_INS.join(', ')}.`;
}
