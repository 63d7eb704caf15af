import asyncio
import json
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from wsgiref.simple_server import WSGIRequestHandler, make_server


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"path": self.path}).encode()
        self.send_response(200 if self.path == "/ok" else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.end_headers()
        self.wfile.write(body.upper())

    def log_message(self, *args):
        pass


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}".encode()]


async def ask(address, path):
    reader, writer = await asyncio.open_connection(*address)
    writer.write(f"GET {path} HTTP/1.0\r\nHost: here\r\n\r\n".encode())
    status = await reader.readline()
    body = (await reader.read()).partition(b"\r\n\r\n")[2]
    writer.close()
    await writer.wait_closed()
    return status.decode().strip(), body.decode()


def post(address, data):
    with urllib.request.urlopen("http://{}:{}/post".format(*address), data=data) as response:
        return response.status, response.read()


async def main(server):
    print(await asyncio.gather(ask(server.server_address, "/ok"), ask(server.server_address, "/no")))
    print(await asyncio.to_thread(post, server.server_address, b"shout"))


for server in (ThreadingHTTPServer(("127.0.0.1", 0), Handler), make_server("127.0.0.1", 0, application, handler_class=Quiet)):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        asyncio.run(main(server) if isinstance(server, ThreadingHTTPServer) else ask(server.server_address, "/wsgi"))
        if not isinstance(server, ThreadingHTTPServer):
            print(asyncio.run(ask(server.server_address, "/again")))
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
print("threads left:", threading.active_count() - 1)
