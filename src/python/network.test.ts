import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { NetworkSchema } from '../model/network';
import { type Recorded, record, story } from './record-program.test-support';

const run = (program: string, network: v.InferInput<typeof NetworkSchema> = {}): Promise<Recorded> =>
  record(program, { network: v.parse(NetworkSchema, network) });

const GET = `
import asyncio, json, socket, ssl, time, urllib.error, urllib.request

async def get(host, path, port=80, **options):
    start = time.monotonic()
    try:
        reader, writer = await asyncio.open_connection(host, port, **options)
        writer.write(f"GET {path} HTTP/1.1\\r\\nHost: {host}\\r\\nConnection: close\\r\\n\\r\\n".encode())
        status = (await reader.readline()).decode().strip()
        head = await reader.readuntil(b"\\r\\n\\r\\n")
        body = await reader.read()
        writer.close()
        await writer.wait_closed()
        print(host, path, status, len(body), round(time.monotonic() - start, 6))
        return body
    except OSError as error:
        print(host, path, repr(error), round(time.monotonic() - start, 6))
`;

describe('hosts that the program does not serve', () => {
  it('answer HTTP over streams by routes and by defaults, each after its time', async () => {
    const recorded = await run(
      `${GET}
async def main():
    await asyncio.gather(get("httpbin.org", "/delay/1"), get("httpbin.org", "/status/404"), get("example.org", "/"))
    print(json.loads(await get("api.mine", "/users/3")))
    await get("secure.org", "/json", 443, ssl=True)
    await get("down.org", "/")
    await get("nowhere.org", "/")
    await get("resets.org", "/a")
    await get("BUSY.org", "/a?b=[1]")
    await get("example.org", "/", 81)
    try:
        async with asyncio.timeout(2):
            await asyncio.open_connection("10.1.2.3", 80)
    except TimeoutError:
        print("no answer after", round(time.monotonic(), 6))
asyncio.run(main())
`,
      {
        routes: [
          { host: 'api.mine', path: '/users/*', json: { id: 3 }, latency: 25, status: 201 },
          { host: 'down.org', failure: 'refused' },
          { host: 'nowhere.org', failure: 'dns' },
          { host: 'resets.org', path: '/a', failure: 'reset', latency: 5 },
          { host: 'busy.org', path: '/a?b=[1]', status: 503, body: null, latency: 5 },
        ],
      },
    );
    expect(recorded.stderr).toBe('');
    expect(recorded.stdout.replaceAll(/198\.1[89]\.\d+\.\d+/g, 'IP').split('\n')).toEqual([
      'example.org / HTTP/1.1 200 OK 110 0.09',
      'httpbin.org /status/404 HTTP/1.1 404 Not Found 0 0.15',
      'httpbin.org /delay/1 HTTP/1.1 200 OK 192 1.0',
      'api.mine /users/3 HTTP/1.1 201 Created 9 0.025',
      "{'id': 3}",
      expect.stringMatching(/^secure.org \/json HTTP\/1.1 200 OK \d+ 0.\d{1,2}$/),
      `down.org / ConnectionRefusedError(111, "Connect call failed ('IP', 80)") 0.0`,
      "nowhere.org / gaierror(-2, 'Name or service not known') 0.0",
      "resets.org /a ConnectionResetError(104, 'Connection reset by peer') 0.005",
      'BUSY.org /a?b=[1] HTTP/1.1 503 Service Unavailable 105 0.005',
      `example.org / ConnectionRefusedError(111, "Connect call failed ('IP', 81)") 0.0`,
      expect.stringMatching(/^no answer after 3\.\d+$/),
      '',
    ]);
    expect(story(recorded, 'io').map((line) => line.replace(/^io \d+ /, ''))).toContain('0 1000000000 GET http://httpbin.org/delay/1');
    expect(story(recorded, 'ioDone').join('\n')).toContain('exception ECONNRESET');
    expect(story(recorded, 'ioDone').join('\n')).toContain('result 201 Created, 9 bytes');
  });

  it('hold the loop for their latency when they are asked by a blocking call', async () => {
    const recorded = await run(`${GET}
async def tick():
    await asyncio.sleep(0.01)
    print("tick", time.monotonic())
async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    with urllib.request.urlopen("https://example.org/delay/2") as response:
        print(response.status, time.monotonic(), json.load(response)["url"])
    request = urllib.request.Request("http://example.org/post", b"a=1", method="POST")
    print(json.load(urllib.request.urlopen(request))["form"])
    try:
        urllib.request.urlopen("http://example.org/status/503")
    except urllib.error.HTTPError as error:
        print(error)
    await ticking
asyncio.run(main())
`);
    expect(recorded.stderr).toBe('');
    expect(recorded.stdout).toMatch(
      /^200 2.0 https:\/\/example.org\/delay\/2\n\{'a': '1'\}\nHTTP Error 503: Service Unavailable\ntick [2-3]\.\d+\n$/,
    );
    expect(story(recorded, 'clock')[0]).toBe('clock 0 2000000000 blocked');
  });
});

describe('blocking calls in threads', () => {
  it('wait for the network at the same time, while the loop goes on', async () => {
    const { stdout, stderr } = await run(`
import asyncio, time, urllib.request
def fetch(seconds):
    with urllib.request.urlopen(f"http://example.org/delay/{seconds}") as response:
        return response.status
async def tick():
    for _ in range(3):
        await asyncio.sleep(0.5)
        print("tick", time.monotonic())
async def main():
    ticking = asyncio.create_task(tick())
    print(await asyncio.gather(*(asyncio.to_thread(fetch, seconds) for seconds in (1, 2, 1))), time.monotonic())
    await ticking
asyncio.run(main())
`);
    expect(stderr).toBe('');
    expect(stdout).toBe('tick 0.5\ntick 1.0\ntick 1.5\n[200, 200, 200] 2.0\n');
  });
});

describe('the network between the program and itself', () => {
  const ECHO = `${GET}
async def echo(reader, writer):
    while data := await reader.read(100_000):
        writer.write(data)
    writer.close()
async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 7000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 7000)
    print("connected", time.monotonic())
    for size in (1, 1000):
        writer.write(bytes(size))
        await reader.readexactly(size)
        print(size, time.monotonic())
    writer.close()
    await reader.read()
    print("closed", time.monotonic())
asyncio.run(main())
`;

  it('takes the time that latency and bandwidth give it, which is seen in flight', async () => {
    const slow = await run(ECHO, { latency: 10, bandwidth: 100_000 });
    expect(slow.stdout).toBe('connected 0.02\n1 0.04002\n1000 0.08002\nclosed 0.08002\n');
    expect(story(slow, 'io').filter((line) => line.includes('bytes'))).toEqual([
      'io 5 0 30010000 1 bytes 127.0.0.1:49152 → 127.0.0.1:7000',
      expect.stringContaining('1 bytes 127.0.0.1:7000 → 127.0.0.1:49152'),
      expect.stringContaining('1000 bytes'),
      expect.stringContaining('1000 bytes'),
    ]);
    const lossy = [await run(ECHO, { loss: 0.5 }), await run(ECHO, { loss: 0.5 })];
    expect(lossy[0]?.stdout).toMatch(/closed [0-9.]*[1-9]/);
    expect(lossy[0]?.bytes).toBe(lossy[1]?.bytes);
  }, 30_000);

  it('is a deadlock when a blocking call waits for what only the loop could bring', async () => {
    const { report, stdout } = await run(`import asyncio, socket
async def main():
    server = await asyncio.start_server(lambda r, w: w.write(b"hi"), "127.0.0.1", 7000)
    client = socket.create_connection(("127.0.0.1", 7000))
    print("connected")
    client.recv(10)
asyncio.run(main())
`);
    expect(stdout).toBe('connected\n');
    expect(report).toMatchObject({
      outcome: 'deadlock',
      text: 'nothing can run again: recv() at main.py:6 holds the event loop and waits for what only the loop could bring',
    });
  });
});
