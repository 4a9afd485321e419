r"""A dependency that opens a pool opens one for each request.

---
failure: silent
expect:
  metrics:
    pools: "== 5"
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
grep:
  pattern: 'def ((get|provide|open|make|inject)_\w+|\w*(dep|dependency))\([^)]*\)[^\n]*:\n(\s+[^\n]*\n){0,4}?\s+([^\n]*= *(await )?|(async )?with )[\w.]*(create_\w*pool|\w*Pool|create_(async_)?engine|AsyncClient|ClientSession|AsyncMongoClient)\('
  multiline: true
innocent: "no Depends() names it; it runs once, in the lifespan or for a script"
symptom: [slow, leak]
lint: []
corrects:
  - said: "a generator dependency that creates a pool, yields it and closes it"
    instead: "open the pool in the lifespan; the dependency returns request.app.state.pool"
---
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated
from urllib.request import urlopen

import uvicorn
from fastapi import Depends, FastAPI


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
async def get_pool() -> AsyncIterator[Pool]:
    pool = await create_pool()  # BUG: runs again for every request
    try:
        yield pool
    finally:
        await pool.close()


app = FastAPI()


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
