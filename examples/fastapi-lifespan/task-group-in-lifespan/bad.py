r"""A task group in the lifespan closes it under the running server.

---
failure: warning
expect:
  stdout: |
    GET /orders: 200
    GET /orders: 500
  stderr: ["ConnectionError: metrics store is gone", "RuntimeError: database is closed"]
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
grep:
  pattern: 'asynccontextmanager\s*\n\s*async def \w+\([^)]*\b(FastAPI|Starlette|app)\b[^)]*\)[^\n]*:\n(\s+[^\n]*\n|\n){0,20}?[^\n]*\b(TaskGroup|create_task_group|open_nursery)\('
  multiline: true
innocent: "no task of the group lets an exception out"
symptom: [works-once]
lint: []
---
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.error import HTTPError
from urllib.request import urlopen

import uvicorn
from fastapi import FastAPI, Request

store_gone = asyncio.Event()


class Database:
    closed = False

    async def fetch_orders(self) -> list[int]:
        await asyncio.sleep(0)
        if self.closed:
            raise RuntimeError("database is closed")
        return [7, 8]


@asynccontextmanager
async def connect() -> AsyncIterator[Database]:
    database = Database()
    try:
        yield database
    finally:
        database.closed = True


async def send_metrics() -> None:
    await store_gone.wait()
    raise ConnectionError("metrics store is gone")


def report_end(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        print("metrics ended:", error)


# region snippet
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with connect() as app.state.database:
        async with asyncio.TaskGroup() as group:  # BUG: a failure ends the lifespan
            metrics = group.create_task(send_metrics())
            try:
                yield
            finally:
                metrics.cancel()


app = FastAPI(lifespan=lifespan)


@app.get("/orders")
async def list_orders(request: Request) -> list[int]:
    return await request.app.state.database.fetch_orders()


# endregion


def get_status(url: str) -> int:
    try:
        with urlopen(url) as response:
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
    url = f"http://127.0.0.1:{port}/orders"
    print("GET /orders:", await asyncio.to_thread(get_status, url))
    store_gone.set()
    print("GET /orders:", await asyncio.to_thread(get_status, url))
    server.should_exit = True
    await serving


asyncio.run(main())
