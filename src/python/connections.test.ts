import * as v from 'valibot';
import { expect, it } from 'vitest';
import { NetworkSchema, PLAIN_NETWORK } from '../model/network';
import { asStep } from '../model/units';
import { worldAt } from '../model/world-at';
import { record, story } from './record-program.test-support';

const ECHO = `import asyncio

async def handle(reader, writer):
    data = await reader.readline()
    await asyncio.sleep(0.1)
    writer.write(data.upper())
    await writer.drain()
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8888)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
        writer.write(b"hello\\nrest")
        print(await reader.read(3), await reader.read())
        writer.close()
        await writer.wait_closed()

asyncio.run(main())
`;

it('shows servers and connections: where they lead, what has come and goes, who waits, and that they close', async () => {
  const run = await record(ECHO, { network: { ...PLAIN_NETWORK, latency: 10 } });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe("b'HEL' b'LO\\n'\n");
  expect(story(run, 'resource', 'address', 'closed')).toEqual([
    'resource 1 Server server main.py:12',
    'address 1 127.0.0.1:8888',
    'resource 2 Connection server #1 main.py:12',
    'address 2 127.0.0.1:49152',
    'resource 3 Connection reader, writer main.py:14',
    'address 3 127.0.0.1:8888',
    'closed 2',
    'closed 3',
    'closed 1',
  ]);
  const levels = story(run, 'level');
  expect(levels.filter((line) => line.startsWith('level 1 '))).toEqual(['level 1 1 0 1', 'level 1 0 0 1']);
  expect(levels.filter((line) => line.startsWith('level 2 '))).toEqual(['level 2 10 0 0', 'level 2 4 0 0', 'level 2 4 0 6']);
  expect(levels.filter((line) => line.startsWith('level 3 '))).toEqual([
    'level 3 0 0 10',
    'level 3 0 0 0',
    'level 3 6 0 0',
    'level 3 3 0 0',
    'level 3 0 0 0',
  ]);
  const waits = Array.from({ length: run.index.length }, (_, step) => worldAt(run.index, asStep(step)).resources[2]);
  expect(waits).toContainEqual(
    expect.objectContaining({ name: 'reader, writer', waiters: [{ task: 1, reason: 'io', io: 'read 127.0.0.1:8888' }], closed: false }),
  );
});

it('shows the connections that websockets hands to its user, on either side, and its servers', async () => {
  const recorded = await record(`import asyncio
import websockets

async def echo(websocket):
    async for message in websocket:
        await websocket.send(message)

async def main():
    async with websockets.serve(echo, "localhost", 8765) as server:
        async with websockets.connect("ws://localhost:8765") as ws:
            await ws.send("hello")
            print(await ws.recv())
        other = await websockets.connect("ws://localhost:8765")
        await other.close()

asyncio.run(main())
`);
  expect(recorded.stdout).toBe('hello\n');
  expect(story(recorded, 'resource')).toEqual([
    'resource 1 Server server main.py:9',
    'resource 2 Connection server #1 main.py:9',
    'resource 3 Connection ws main.py:10',
    'resource 4 Connection server #2 main.py:9',
    'resource 5 Connection other main.py:13',
  ]);
  expect(story(recorded, 'closed').map((line) => line.split(' ')[1])).toEqual(['2', '3', '4', '5', '1']);
});

it('shows the sessions of stand-ins with their requests in flight', async () => {
  const run = await record(`import asyncio, aiohttp, httpx

async def get(session, url):
    async with session.get(url) as response:
        return await response.text()

async def main():
    async with aiohttp.ClientSession("https://a.org") as session:
        await asyncio.gather(get(session, "/1"), get(session, "/2"))
    async with httpx.AsyncClient() as client:
        await client.get("https://b.org/3")

asyncio.run(main())
`);
  expect(run.stderr).toBe('');
  expect(story(run, 'resource', 'address', 'itemPut', 'itemGot', 'closed')).toEqual([
    'resource 1 Session session main.py:8',
    'address 1 https://a.org',
    'resource 2 ConnectionPool session.connections main.py:8',
    'itemPut 1 1 GET https://a.org/1 -1',
    'itemPut 1 2 GET https://a.org/2 -1',
    'itemGot 1 2',
    'itemGot 1 1',
    'closed 1',
    'resource 3 Session client main.py:10',
    'resource 4 ConnectionPool client.connections main.py:10',
    'itemPut 3 3 GET https://b.org/3 -1',
    'itemGot 3 3',
    'closed 3',
  ]);
  expect(story(run, 'level').filter((line) => line.startsWith('level 1 '))).toEqual([
    'level 1 1 0 1',
    'level 1 2 0 2',
    'level 1 1 0 2',
    'level 1 0 0 2',
  ]);
});

it('tells of a name that is not found as what was looked up in vain', async () => {
  const route = { host: 'nowhere.org', failure: 'dns' };
  const network = v.parse(NetworkSchema, { routes: [route] });
  const run = await record(
    `import asyncio, aiohttp

async def main():
    async with aiohttp.ClientSession() as session:
        try:
            await session.get("http://nowhere.org/")
        except aiohttp.ClientConnectorDNSError as error:
            print(error)

asyncio.run(main())
`,
    { network },
  );
  expect(run.stdout).toContain('Cannot connect to host nowhere.org:80');
  expect(story(run, 'io')[0]).toMatch(/ look up nowhere\.org$/);
  expect(story(run, 'ioDone')[0]).toMatch(/^ioDone 1 exception gaierror\(/);
  expect(story(run, 'handle').some((line) => line.endsWith(' _end_io'))).toBe(true);
});
