r"""A plain def background task runs in a thread.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
---
"""

import asyncio
import time
from urllib.request import Request, urlopen

import uvicorn
from fastapi import BackgroundTasks, FastAPI

app = FastAPI()
worked = 0.0
sent = asyncio.Event()


def deliver(order: str) -> None:
    global worked
    started = time.perf_counter()
    time.sleep(0.2)  # stands for smtplib, boto3, a PDF library
    worked = time.perf_counter() - started
    loop.call_soon_threadsafe(sent.set)


# region snippet
def send_receipt(order: str) -> None:  # FIX: runs in a thread
    deliver(order)


@app.post("/orders/{order}")
async def place_order(order: str, tasks: BackgroundTasks) -> str:
    tasks.add_task(send_receipt, order)
    return "accepted"


# endregion


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


def post(url: str) -> None:
    urlopen(Request(url, method="POST")).close()


async def main() -> None:
    global loop
    loop = asyncio.get_running_loop()
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    for _ in range(2):  # the first request imports and warms up
        gaps.clear()
        sent.clear()
        await asyncio.to_thread(post, f"http://127.0.0.1:{port}/orders/order-7")
        await sent.wait()
        await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")
    server.should_exit = True
    await serving


asyncio.run(main())
