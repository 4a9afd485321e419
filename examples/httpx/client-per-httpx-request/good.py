r"""One client keeps its connection and uses it for every request.

---
expect:
  metrics:
    connections: "== 1"
requires: {packages: [httpx2]}
---
"""

import asyncio
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2


# region snippet
async def fetch_price(client: httpx2.AsyncClient, url: str) -> str:
    response = await client.get(url)
    return response.raise_for_status().text


async def watch_price(url: str) -> None:
    async with httpx2.AsyncClient() as client:  # FIX: one pool for all requests
        for _ in range(5):
            await fetch_price(client, url)


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
