r"""An async client runs the application on the loop of the test.

---
expect:
  stdout: |
    test began
    "order-7"
requires: {packages: ["fastapi>=0.115", "httpx2>=2"]}
---
"""

import asyncio

import httpx2
from fastapi import FastAPI

app = FastAPI()
orders: asyncio.Queue[str] = asyncio.Queue()


# region snippet
@app.get("/orders/next")
async def take_order() -> str:
    return await orders.get()


async def test_order() -> None:
    placing = asyncio.create_task(orders.put("order-7"))
    transport = httpx2.ASGITransport(app)  # FIX: same loop, nothing blocks
    async with httpx2.AsyncClient(transport=transport, base_url="http://t") as client:
        response = await client.get("/orders/next")
    await placing
    print(response.text)


# endregion

print("test began", flush=True)
asyncio.run(test_order())
