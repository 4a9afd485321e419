r"""A client per request opens a connection and loads certificates for each request.

---
failure: silent
expect:
  metrics:
    connections: "== 5"
symptom: [slow, frozen]
requires: {packages: [httpx2]}
grep:
  pattern: 'async with httpx2?\.AsyncClient\([^\n]*\) as (\w+):[^\n]*\n[^\n]*await \w+\.(get|post|put|patch|delete|head|options|request)\('
  multiline: true
  hits: ["async with httpx.AsyncClient(timeout=5) as client:\n    return await client.get(url)\n"]
innocent: "the function runs once, or it is a test with ASGITransport"
lint: []
---
"""

import asyncio
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2


# region snippet
async def fetch_price(url: str) -> str:
    async with httpx2.AsyncClient() as client:  # BUG: a new pool each time
        response = await client.get(url)
        return response.raise_for_status().text


async def watch_price(url: str) -> None:
    for _ in range(5):
        await fetch_price(url)


# endregion


connections: set[tuple[str, int]] = set()  # one address each


class Shop(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open

    def do_GET(self) -> None:
        connections.add(self.client_address)
        self.send_response(200)
        self.send_header("Content-Length", "6")
        self.end_headers()
        self.wfile.write(b"20 EUR")

    def log_message(self, format: str, *args: object) -> None:
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Shop)
threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
asyncio.run(watch_price(f"http://127.0.0.1:{server.server_port}/"))
server.shutdown()
server.server_close()
print(f"metric connections={len(connections)}")
