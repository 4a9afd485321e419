r"""A timeout of httpx is no TimeoutError.

---
failure: exception
expect:
  exit: 1
  stderr: [ReadTimeout]
symptom: [lost-error]
requires: {packages: [httpx2]}
grep:
  pattern: 'await [\w.]*[Cc]lient\w*\.(get|post|put|patch|delete|head|request|send)\([^\n]*\n([ \t]+[^\n]*\n){0,6}?[ \t]*except \(?(asyncio\.)?(TimeoutError|OSError)\b'
  multiline: true
  hits: ["    answer = await self._client.get(url)\nexcept asyncio.TimeoutError:\n"]
innocent: "the client is aiohttp's, or asyncio.timeout stands around the call"
lint: []
---
"""

import asyncio
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2


# region snippet
async def pay(client: httpx2.AsyncClient, url: str) -> None:
    try:
        response = await client.post(url, json={"order": 7})
        print("paid:", response.raise_for_status().text)
    except TimeoutError as error:  # BUG: no exception of httpx is one
        print(f"perhaps paid, ask the bank: {error!r}")


# endregion


LIMIT = httpx2.Timeout(5, read=0.05)  # seconds
served = threading.Event()


class Bank(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        served.wait(5)  # a bank that takes the order and is silent

    def log_message(self, format: str, *args: object) -> None:
        pass


async def main(url: str) -> None:
    async with httpx2.AsyncClient(timeout=LIMIT) as client:
        await pay(client, url)


server = ThreadingHTTPServer(("127.0.0.1", 0), Bank)
threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
try:
    asyncio.run(main(f"http://127.0.0.1:{server.server_port}/"))
finally:
    served.set()
    server.shutdown()
    server.server_close()
