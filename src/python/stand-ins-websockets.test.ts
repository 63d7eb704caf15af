import { describe, expect, it } from 'vitest';
import { record, story } from './record-program.test-support';

const WAIT = 60_000;

const ECHO = `import asyncio, websockets
from websockets.asyncio.client import connect
from websockets.asyncio.server import serve

async def echo(websocket):
    async for message in websocket:
        await websocket.send(message)

async def main():
    async with serve(echo, "localhost", 8765) as server:
        async with connect("ws://localhost:8765/path?q=1") as ws:
            for message in ("hello", b"\\x00\\xff", "é" * 70_000, ["a", "b", "c"], ""):
                await ws.send(message)
                answer = await ws.recv()
                print(type(answer).__name__, len(answer))
            print(await (await ws.ping()) == ws.latency, ws.state.name, ws.remote_address, len(server.connections))
            print(ws.request.path, ws.response.status_code, ws.response.headers["upgrade"])
        print(ws.close_code, repr(ws.close_reason), ws.state.name)
        try:
            await ws.send("late")
        except websockets.ConnectionClosedOK as error:
            print(type(error).__name__, error)
        ws = await websockets.connect("ws://localhost:8765", max_size=10)
        await ws.send("x" * 11)
        try:
            await ws.recv()
        except websockets.exceptions.ConnectionClosedError as error:
            print(error, error.code, error.rcvd, ws.close_code)
        for wrong in ({"a": 1}, 3, [1]):
            try:
                async with connect("ws://localhost:8765") as ws:
                    await ws.send(wrong)
            except TypeError as error:
                print(error)
    try:
        await websockets.connect("http://localhost")
    except websockets.InvalidURI as error:
        print(error)
    try:
        await websockets.connect("ws://localhost:8765")
    except OSError as error:
        print(error)
    for name in ("sync", "WebSocketServerProtocol"):
        try:
            getattr(websockets, name)
        except AttributeError as error:
            print(error)

asyncio.run(main())
`;

const CHAT = `import asyncio, json
from websockets import broadcast, connect, serve, ConnectionClosed, ConnectionClosedError
from websockets.exceptions import InvalidStatus

users = {}

async def chat(websocket):
    name = await websocket.recv()
    users[name] = websocket
    broadcast(users.values(), json.dumps({"joined": name}))
    try:
        async for message in websocket:
            if message == "crash":
                raise LookupError("no such room")
            if message == "kick":
                await websocket.close(4001, "kicked")
                return
            broadcast(users.values(), json.dumps({"from": name, "text": message}))
    finally:
        del users[name]
        broadcast(users.values(), json.dumps({"left": name}))

async def listen(name, ws):
    try:
        async for message in ws:
            print(name, "<", message)
        print(name, "done", ws.close_code, ws.close_reason)
    except ConnectionClosed as error:
        print(name, "cut off:", error)

def guard(connection, request):
    if request.path == "/private":
        return connection.respond(403, "go away\\n")

async def main():
    server = await serve(chat, "127.0.0.1", 9000, process_request=guard)
    connections = {}
    listeners = []
    for name in ("ada", "bob", "eve"):
        ws = connections[name] = await connect("ws://127.0.0.1:9000")
        listeners.append(asyncio.create_task(listen(name, ws)))
        await ws.send(name)
        await asyncio.sleep(0.1)
    await connections["ada"].send("hi all")
    await asyncio.sleep(0.1)
    await connections["eve"].send("kick")
    await asyncio.sleep(0.1)
    await connections["bob"].send("crash")
    await asyncio.sleep(60)
    print("quiet for", asyncio.get_running_loop().time(), sorted(users))
    try:
        await connect("ws://127.0.0.1:9000/private")
    except InvalidStatus as error:
        print(error, error.response.body)
    server.close()
    await server.wait_closed()
    await asyncio.gather(*listeners)

asyncio.run(main())
`;

describe("websockets' stand-in", () => {
  it(
    'sends and receives messages of every kind over the network, and ends connections as the protocol says',
    async () => {
      const recorded = await record(ECHO);
      // The handler's own exception, as the library logs it, and nothing else.
      expect(recorded.stderr.match(/^\S.*$/gm)).toEqual([
        'connection handler failed',
        'Traceback (most recent call last):',
        expect.stringMatching(
          /^websockets.exceptions.ConnectionClosedError: received 1009 \(message too big\) frame with 11 bytes exceeds/,
        ),
      ]);
      expect(recorded.stdout.split('\n')).toEqual([
        'str 5',
        'bytes 2',
        'str 70000',
        'str 3',
        'str 0',
        "True OPEN ('127.0.0.1', 8765) 1",
        '/path?q=1 101 websocket',
        "1000 '' CLOSED",
        'ConnectionClosedOK sent 1000 (OK); then received 1000 (OK)',
        'sent 1009 (message too big) frame with 11 bytes exceeds limit of 10 bytes; no close frame received 1006 None 1006',
        'data is a dict-like object',
        'data must be str, bytes, iterable, or async iterable',
        'data iterable must contain bytes or str',
        "http://localhost isn't a valid URI: scheme isn't ws or wss",
        "[Errno 111] Connect call failed ('127.0.0.1', 8765)",
        "Loopscope's stand-in for websockets has no 'sync'",
        "Loopscope's stand-in for websockets has no 'WebSocketServerProtocol'",
        '',
      ]);
      expect(story(recorded, 'task').some((line) => line.includes('conn_handler'))).toBe(true);
    },
    WAIT,
  );

  it(
    'tells many at once, refuses, survives handlers that fail, and keeps idle connections alive',
    async () => {
      const { stdout, stderr } = await record(CHAT);
      expect(stdout.split('\n')).toEqual([
        'ada < {"joined": "ada"}',
        'ada < {"joined": "bob"}',
        'bob < {"joined": "bob"}',
        'ada < {"joined": "eve"}',
        'bob < {"joined": "eve"}',
        'eve < {"joined": "eve"}',
        'ada < {"from": "ada", "text": "hi all"}',
        'bob < {"from": "ada", "text": "hi all"}',
        'eve < {"from": "ada", "text": "hi all"}',
        'eve cut off: received 4001 (private use) kicked; then sent 4001 (private use) kicked',
        'ada < {"left": "eve"}',
        'bob < {"left": "eve"}',
        'ada < {"left": "bob"}',
        'bob cut off: received 1011 (internal error); then sent 1011 (internal error)',
        "quiet for 60.5 ['ada']",
        "server rejected WebSocket connection: HTTP 403 b'go away\\n'",
        'ada done 1001 ',
        '',
      ]);
      expect(stderr).toMatch(/^connection handler failed\nTraceback .*\n[\s\S]*LookupError: no such room\n$/);
    },
    WAIT,
  );
});
