r"""One thread takes the connection, uses it and gives it back.

---
expect:
  stdout: |
    one request: [7,8]
    41 requests: 41 answers
requires: {packages: ["fastapi>=0.115", "httpx2>=2"]}
---
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue

import httpx2
from fastapi import FastAPI

app = FastAPI()
pool: Queue[str] = Queue()
pool.put("the only connection")


# region snippet
@contextmanager
def borrow_connection() -> Iterator[str]:
    connection = pool.get()
    try:
        yield connection
    finally:
        pool.put(connection)


@app.get("/orders")
def list_orders() -> list[int]:
    with borrow_connection():  # FIX: one thread takes, uses and returns it
        return [7, 8]


# endregion


async def main() -> None:
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app), base_url="http://shop"
    ) as client:
        print("one request:", (await client.get("/orders")).text, flush=True)
        answers = await asyncio.gather(*(client.get("/orders") for _ in range(41)))
        print("41 requests:", len(answers), "answers")


asyncio.run(main())
