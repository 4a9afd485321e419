r"""A background task that fails does so after the client has heard 200.

---
failure: warning
expect:
  stdout: |
    answer: 200
    invoices written: []
  stderr: ["ConnectionError: invoice store restarts"]
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
grep:
  - pattern: '\b(\w*[bB]ackground\w*|tasks|bg\w*)\.add_task\(|\bBackgroundTask\('
innocent: "work that may be lost: a cache to warm, a metric"
symptom: [lost-work, lost-error]
lint: []
corrects:
  - said: "queue the sending as a background task and answer that it is queued"
    instead: "such a task is best effort: do or store first what the answer promises"
---
"""

import asyncio
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import uvicorn
from fastapi import BackgroundTasks, FastAPI

app = FastAPI()
attempts: list[str] = []
invoices: list[str] = []


async def write_invoice(order: str) -> None:
    await asyncio.sleep(0)
    attempts.append(order)
    if len(attempts) == 1:
        raise ConnectionError("invoice store restarts")
    invoices.append(order)


# region snippet
@app.post("/orders/{order}")
async def place_order(order: str, tasks: BackgroundTasks) -> str:
    tasks.add_task(write_invoice, order)  # BUG: runs after the answer is sent
    return "accepted"


def send_order(url: str) -> None:  # the client repeats what was refused
    status = 0
    while status != 200:
        status = post(url)
        print("answer:", status)


# endregion


def post(url: str) -> int:
    try:
        with urlopen(Request(url, method="POST")) as response:
            return response.status
    except HTTPError as error:
        with error:
            return error.code


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    await asyncio.to_thread(send_order, f"http://127.0.0.1:{port}/orders/order-7")
    server.should_exit = True
    await serving  # the server waits for background tasks
    print("invoices written:", invoices)


asyncio.run(main())
