r"""A lifespan opens what all requests share and closes it in reverse order.

---
expect:
  stdout: |
    opened database
    opened queue
    answer: [7, 8]
    closed queue
    closed database
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
lint: [ruff:ASYNC110, ruff:RUF029, flake8-async:ASYNC124]
---
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated, TypedDict
from urllib.request import urlopen

import uvicorn
from fastapi import Depends, FastAPI, Request


class Client:
    def __init__(self, name: str) -> None:
        self.name = name

    async def fetch_orders(self) -> list[int]:
        await asyncio.sleep(0)
        return [7, 8]


@asynccontextmanager
async def connect(name: str) -> AsyncGenerator[Client, None]:
    print("opened", name)
    try:
        yield Client(name)
    finally:
        await asyncio.sleep(0)
        print("closed", name)


# region snippet
class State(TypedDict):
    database: Client
    queue: Client


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[State, None]:
    async with connect("database") as database, connect("queue") as queue:
        yield {"database": database, "queue": queue}


async def get_database(request: Request) -> Client:
    return request.state.database


app = FastAPI(lifespan=lifespan)


@app.get("/orders")
async def list_orders(
    database: Annotated[Client, Depends(get_database)],
) -> list[int]:
    return await database.fetch_orders()


# endregion


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    response = await asyncio.to_thread(urlopen, f"http://127.0.0.1:{port}/orders")
    with response:
        print("answer:", [int(order) for order in response.read()[1:-1].split(b",")])
    server.should_exit = True
    await serving


asyncio.run(main())
