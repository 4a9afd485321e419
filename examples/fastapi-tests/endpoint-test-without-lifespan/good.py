r"""The test enters the lifespan around its client.

---
expect:
  stdout: |
    200 20
requires: {packages: ["fastapi>=0.115", "httpx2>=2"]}
---
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
from fastapi import FastAPI, Request


# region snippet
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.prices = {"order-7": 20}
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/prices/{order}")
async def show_price(order: str, request: Request) -> int:
    return request.app.state.prices[order]


async def test_price() -> None:
    transport = httpx2.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),  # FIX: start-up before, shutdown after
        httpx2.AsyncClient(transport=transport, base_url="http://test") as client,
    ):
        response = await client.get("/prices/order-7")
    print(response.status_code, response.text)


# endregion

asyncio.run(test_price())
