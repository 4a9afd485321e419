r"""A task that outlives its request opens a session of its own.

---
expect:
  stdout: |
    stored order-7
    answer: 200
    stored invoice of order-7
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
---
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated
from urllib.request import Request, urlopen

import uvicorn
from fastapi import Depends, FastAPI

app = FastAPI()
tasks: set[asyncio.Task[None]] = set()
answered = asyncio.Event()


class Session:
    closed = False

    async def store(self, row: str) -> None:
        await asyncio.sleep(0)
        if self.closed:
            raise RuntimeError("session is closed")
        print("stored", row)


@asynccontextmanager
async def open_session() -> AsyncIterator[Session]:
    session = Session()
    try:
        yield session
    finally:
        session.closed = True


# region snippet
async def get_session() -> AsyncIterator[Session]:
    async with open_session() as session:
        yield session


async def write_invoice(order: str) -> None:
    await answered.wait()  # a mail server, a printer
    async with open_session() as session:
        await session.store(f"invoice of {order}")


@app.post("/orders/{order}")
async def place_order(
    order: str, session: Annotated[Session, Depends(get_session)]
) -> str:
    await session.store(order)
    task = asyncio.create_task(write_invoice(order))  # FIX: opens its own
    tasks.add(task)
    task.add_done_callback(tasks.discard)
    return "accepted"


# endregion


def post(url: str) -> int:
    with urlopen(Request(url, method="POST")) as response:
        return response.status


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    url = f"http://127.0.0.1:{port}/orders/order-7"
    print("answer:", await asyncio.to_thread(post, url))
    server.should_exit = True
    await serving
    answered.set()
    await asyncio.gather(*tasks)


asyncio.run(main())
