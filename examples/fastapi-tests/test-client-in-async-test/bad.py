r"""TestClient in an async test blocks the loop that the test runs on.

---
failure: hang
expect:
  exit: timeout
  within: 1
  stdout: ["test began"]
symptom: [hang, fails-in-suite]
requires: {packages: ["fastapi>=0.115", "httpx2>=2"]}
grep:
  pattern: 'async def test_\w+\([^\n]*\n([ \t]+[^\n]*\n|[ \t]*\n){0,15}?[^\n]*\bTestClient\('
  multiline: true
  hits: ["async def test_orders():\n    with TestClient(app) as client:\n"]
innocent: "the endpoint needs nothing of the test's loop, and no fixture made one"
lint: []
---
"""

import asyncio

from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()
orders: asyncio.Queue[str] = asyncio.Queue()


# region snippet
@app.get("/orders/next")
async def take_order() -> str:
    return await orders.get()


async def test_order() -> None:
    placing = asyncio.create_task(orders.put("order-7"))
    response = TestClient(app).get("/orders/next")  # BUG: stops the test's loop
    await placing
    print(response.text)


# endregion

print("test began", flush=True)
asyncio.run(test_order())
