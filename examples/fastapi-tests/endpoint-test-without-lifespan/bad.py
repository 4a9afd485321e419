r"""A test client without the lifespan runs endpoints whose start-up never ran.

---
failure: exception
expect:
  exit: 1
  stderr: ["AttributeError: 'State' object has no attribute 'prices'"]
requires: {packages: ["fastapi>=0.115", "httpx2>=2"]}
grep:
  - pattern: 'async with [\w.]*AsyncClient\([^)]*\b(transport|app) *='
    multiline: true
  - pattern: '^\s*(\w+ *= *|return |yield )[\w.]*TestClient\((app *= *)?[\w.]*app\b'
    hits:
      - "client = TestClient(app)"
      - "    return TestClient(create_app())"
innocent: "the lifespan runs around it, or the endpoints use nothing of it"
lint: []
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
    async with httpx2.AsyncClient(  # BUG: sends requests, no start-up
        transport=transport, base_url="http://test"
    ) as client:
        response = await client.get("/prices/order-7")
    print(response.status_code, response.text)


# endregion

asyncio.run(test_price())
