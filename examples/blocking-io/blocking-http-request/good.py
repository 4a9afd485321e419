r"""A thread waits for the answer, and the loop stays with the other tasks.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
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
    response = await asyncio.to_thread(urlopen, url, timeout=5)  # FIX: a thread waits
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
