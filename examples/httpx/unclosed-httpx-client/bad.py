r"""A client that nobody closes keeps its connection, and says nothing of it.

---
failure: leak
flags: [-W, "default::ResourceWarning"]
expect:
  stdout: |
    rate: 1.08
  stderr:
    - "ResourceWarning: unclosed"
symptom: [leak]
requires: {packages: [httpx2]}
grep:
  pattern: '(=|\breturn|\byield)\s*(httpx2?\.)?AsyncClient\('
  hits: ['self._client = httpx.AsyncClient(timeout=5)', 'return AsyncClient(base_url=url)']
innocent: "aclose() runs on every path, or the caller does async with"
lint: []
---
"""

import asyncio
import gc
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2


# region snippet
async def fetch_rate(url: str) -> str:
    client = httpx2.AsyncClient()  # BUG: nobody closes the client
    response = await client.get(url)
    return response.raise_for_status().text


# endregion


class Bank(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"1.08")

    def log_message(self, format: str, *args: object) -> None:
        pass


async def main(url: str) -> None:
    print("rate:", await fetch_rate(url))
    gc.collect()  # a socket reports itself when it is collected


server = ThreadingHTTPServer(("127.0.0.1", 0), Bank)
threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
asyncio.run(main(f"http://127.0.0.1:{server.server_port}/"))
server.shutdown()
server.server_close()
