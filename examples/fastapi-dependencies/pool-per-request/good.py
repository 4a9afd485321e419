r"""The lifespan opens one pool, and the dependency hands it out.

---
expect:
  metrics:
    pools: "== 1"
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
---
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated
from urllib.request import urlopen

import uvicorn
from fastapi import Depends, FastAPI, Request


class Pool:  # stands for asyncpg.Pool and its connections
    opened = 0

    async def fetch_total(self, order: int) -> int:
        await asyncio.sleep(0)
        return order * 10

    async def close(self) -> None:
        await asyncio.sleep(0)


async def create_pool() -> Pool:
    await asyncio.sleep(0)
    Pool.opened += 1
    return Pool()


# region snippet
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.pool = await create_pool()  # FIX: runs once, before the first request
    try:
        yield
    finally:
        await app.state.pool.close()


async def get_pool(request: Request) -> Pool:
    return request.app.state.pool


app = FastAPI(lifespan=lifespan)


@app.get("/orders/{order}/total")
async def show_total(order: int, pool: Annotated[Pool, Depends(get_pool)]) -> int:
    return await pool.fetch_total(order)


# endregion


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    for order in range(5):
        url = f"http://127.0.0.1:{port}/orders/{order}/total"
        (await asyncio.to_thread(urlopen, url)).close()
    print(f"metric pools={Pool.opened}")
    server.should_exit = True
    await serving


asyncio.run(main())
