import { describe, expect, it } from 'vitest';
import { record, story } from './record-program.test-support';

describe("aiohttp's stand-in", () => {
  it('serves and asks over the network, bounds connections, follows redirections, and fails as aiohttp does', async () => {
    const recorded = await record(`import asyncio, aiohttp
from aiohttp import web

routes = web.RouteTableDef()

@routes.get("/hello/{name}")
async def hello(request):
    await asyncio.sleep(0.1)
    return web.json_response({"hello": request.match_info["name"], "q": request.query.get("q")})

@routes.post("/echo")
async def echo(request):
    return web.Response(text=(await request.text()).upper())

@routes.get("/old")
async def old(request):
    raise web.HTTPFound(headers={"Location": "/hello/moved"})

@routes.get("/boom")
async def boom(request):
    raise ValueError("boom")

async def fetch(session, n):
    async with session.get(f"http://localhost:8080/hello/{n}", params={"q": n}) as response:
        print(response.status, await response.json(), asyncio.get_running_loop().time())

async def main():
    app = web.Application()
    app.add_routes(routes)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "localhost", 8080).start()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=2)) as session:
        await asyncio.gather(*(fetch(session, n) for n in range(4)))
        async with session.post("http://localhost:8080/echo", data="abc") as r:
            print(await r.text(), r.headers["content-type"], r.charset)
        async with session.get("http://localhost:8080/old") as r:
            print(r.status, r.url, [h.status for h in r.history])
        try:
            async with session.get("http://localhost:8080/nowhere", raise_for_status=True) as r: pass
        except aiohttp.ClientResponseError as e: print(e.status, e)
        try:
            await session.get("http://localhost:1/")
        except aiohttp.ClientConnectorError as e: print(e)
        try:
            await session.get("http://localhost:8080/hello/x", timeout=aiohttp.ClientTimeout(total=0.05))
        except asyncio.TimeoutError as e: print(repr(e))
        try:
            async with session.get("http://localhost:8080/boom") as r: print(r.status, await r.json())
        except aiohttp.ContentTypeError as e: print(e)
        async with session.post("http://localhost:8080/echo", json={"a": 1}) as r:
            print(await r.text())
        try: await session.ws_connect("ws://x")
        except AttributeError as e: print(e)
    await runner.cleanup()
asyncio.run(main())
`);
    expect(recorded.stderr).toContain('Error handling request from 127.0.0.1');
    expect(recorded.stderr).toContain('ValueError: boom');
    expect(recorded.stdout.split('\n')).toEqual([
      "200 {'hello': '0', 'q': '0'} 0.1",
      "200 {'hello': '1', 'q': '1'} 0.1",
      "200 {'hello': '2', 'q': '2'} 0.2",
      "200 {'hello': '3', 'q': '3'} 0.2",
      'ABC text/plain; charset=utf-8 utf-8',
      '200 http://localhost:8080/hello/moved [302]',
      "404 404, message='Not Found', url='http://localhost:8080/nowhere'",
      "Cannot connect to host localhost:1 ssl:default [Connect call failed ('127.0.0.1', 1)]",
      'TimeoutError()',
      "500, message='Attempt to decode JSON with unexpected mimetype: text/plain; charset=utf-8', url='http://localhost:8080/boom'",
      '{"A": 1}',
      "Loopscope's stand-in for aiohttp: its ClientSession has no 'ws_connect'",
      '',
    ]);
    expect(story(recorded, 'resource').map((line) => line.split(' ')[2])).toContain('ConnectionPool');
    expect(story(recorded, 'io').some((line) => line.endsWith('GET http://localhost:8080/hello/3?q=3'))).toBe(true);
  }, 60_000);

  it('shows one request to another host as one, which its task waits for', async () => {
    const recorded = await record(`import asyncio, aiohttp
async def main():
    async with aiohttp.ClientSession() as session, session.get("https://httpbin.org/delay/1") as response:
        print(response.status, (await response.json())["url"])
asyncio.run(main())
`);
    expect(recorded.stdout).toBe('200 https://httpbin.org/delay/1\n');
    const asked = story(recorded, 'io').filter((line) => line.endsWith('GET https://httpbin.org/delay/1'));
    expect(asked).toHaveLength(1);
    const [, io] = asked[0]?.split(' ') ?? [];
    expect(story(recorded, 'suspend').some((line) => line.startsWith(`suspend 1 io ${io} `))).toBe(true);
    expect(story(recorded, 'ioDone')).toContainEqual(expect.stringMatching(`^ioDone ${io} result 200 OK, \\d+ bytes$`));
  });

  it('says so when a session was not closed', async () => {
    const { stderr } = await record(`import asyncio, aiohttp

async def main():
    aiohttp.ClientSession()

asyncio.run(main())
`);
    expect(stderr).toMatch(/^Unclosed client session\nclient_session: <aiohttp\..*ClientSession object at 0x/);
  }, 60_000);
});

describe("httpx's stand-in", () => {
  it('asks over the network, in parts if wanted, and fails as httpx does', async () => {
    const { stdout, stderr } = await record(`import asyncio, httpx

async def serve(reader, writer):
    line = (await reader.readuntil(b"\\r\\n\\r\\n")).split(b"\\r\\n")[0].decode()
    if "/slow" in line:
        await asyncio.sleep(10)
    status, body = ("404 Not Found", b"no") if "/missing" in line else ("200 OK", b'{"line": "%s"}' % line.encode())
    writer.write(b"HTTP/1.1 %s\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\n\\r\\n%s" % (status.encode(), len(body), body))
    await writer.drain()
    writer.close()

async def main():
    server = await asyncio.start_server(serve, "localhost", 8000)
    async with httpx.AsyncClient(base_url="http://localhost:8000", timeout=2) as client:
        responses = await asyncio.gather(*(client.get("/item", params={"n": n}) for n in range(3)))
        for r in responses:
            print(r, r.status_code, r.json(), r.headers["Content-Type"])
        try:
            (await client.get("/missing")).raise_for_status()
        except httpx.HTTPStatusError as e:
            print(e, e.response.status_code)
        try:
            await client.get("/slow")
        except httpx.ReadTimeout as e:
            print(repr(e), asyncio.get_running_loop().time())
        try:
            await client.get("http://localhost:1/")
        except httpx.ConnectError as e:
            print(e)
        async with client.stream("POST", "/lines", json={"a": [1]}) as r:
            async for text in r.aiter_text():
                print(text)
        try:
            httpx.get
        except AttributeError as e:
            print(e)
    server.close()

asyncio.run(main())
`);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      "<Response [200 OK]> 200 {'line': 'GET /item?n=0 HTTP/1.1'} application/json",
      "<Response [200 OK]> 200 {'line': 'GET /item?n=1 HTTP/1.1'} application/json",
      "<Response [200 OK]> 200 {'line': 'GET /item?n=2 HTTP/1.1'} application/json",
      "Client error '404 Not Found' for url 'http://localhost:8000/missing'",
      'For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404 404',
      "ReadTimeout('') 2.0",
      'All connection attempts failed',
      '{"line": "POST /lines HTTP/1.1"}',
      "Loopscope's stand-in for httpx has no 'get'",
      '',
    ]);
  }, 60_000);
});
