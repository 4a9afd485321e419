r"""A synchronous HTTP request in a coroutine freezes every other task.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
grep:
  - pattern: '\b(urlopen|urlretrieve)\('
  - pattern: '\b(requests|httpx2?)\.(get|post|put|patch|delete|head|options|request|stream|[Ss]ession|Client)\('
    hits:
      - "page = requests.get(url, timeout=5)"
      - "session = requests.Session()"
      - "page = httpx.post(url, json=order)"
      - "with httpx.Client() as client:"
  - pattern: '\b(http\.client\.HTTPConnection|HTTPSConnection|PoolManager|HTTPConnectionPool)\('
    hits:
      - "connection = http.client.HTTPSConnection(host)"
      - "pool = urllib3.PoolManager()"
innocent: "a plain function that only threads call, or code outside asyncio.run"
symptom: [frozen, slow]
lint: [ruff:ASYNC210, flake8-async:ASYNC210]
---
"""

import asyncio
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

DELAY = 0.2  # seconds the replica takes to answer


class Replica(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        time.sleep(DELAY)
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


# region snippet
async def check_replica(url: str) -> int:
    response = urlopen(url, timeout=5)  # BUG: the loop's thread waits for the server
    with response:
        return response.status


# endregion


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main(url: str) -> None:
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    await asyncio.sleep(0)  # the heart begins to beat
    started = time.perf_counter()
    await check_replica(url)
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


server = ThreadingHTTPServer(("127.0.0.1", 0), Replica)
threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
asyncio.run(main(f"http://127.0.0.1:{server.server_port}/"))
server.shutdown()
server.server_close()
