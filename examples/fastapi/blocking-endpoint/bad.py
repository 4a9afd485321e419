r"""An async def endpoint whose body blocks stops every other request.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
grep:
  pattern: '@[\w.]+\.(get|post|put|patch|delete|api_route)\([^)]*\)\s*\nasync def [^\n]*\n([ \t]+([^\na]|a+[^\naw])*a*\n|[ \t]*\n|\)[^\n]*\n)+([^\s)]|\z)'
  multiline: true
  hits: ["@router.post(\"/orders\")\nasync def add(\n    order: Order,\n) -> None:\n    requests.post(URL, json=order)\n\n\nx"]
innocent: "the body only computes for microseconds, or returns what is at hand"
symptom: [frozen, slow-under-load]
lint: [flake8-async:ASYNC124]
---
"""

import asyncio
import time
from urllib.request import urlopen

import uvicorn
from fastapi import FastAPI

app = FastAPI()
worked = 0.0


def render_invoice(order: int) -> str:
    global worked
    started = time.perf_counter()
    time.sleep(0.2)  # stands for any library that is not async
    worked = time.perf_counter() - started
    return f"invoice of order {order}"


# region snippet
@app.get("/invoices/{order}")
async def show_invoice(order: int) -> str:  # BUG: runs in the thread of the loop
    return render_invoice(order)


# endregion


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    url = f"http://127.0.0.1:{port}/invoices/7"
    for _ in range(2):  # the first request imports and warms up
        gaps.clear()
        (await asyncio.to_thread(urlopen, url)).close()
        await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")
    server.should_exit = True
    await serving


asyncio.run(main())
