r"""Requests that wait for a connection take the threads that its holder needs.

---
failure: hang
expect:
  exit: timeout
  within: 1
  stdout: ["one request: [7,8]"]
symptom: [slow-under-load, hang]
requires: {packages: ["fastapi>=0.115", "httpx2>=2"]}
grep:
  - pattern: '^([^@\n][^\n]*)?\ndef (get|provide|open|borrow)_\w+\([^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,6}?[ \t]+yield([ \t]*$|[ \t]+([^f\s]|f[^r\n]))'
    multiline: true
    hits:
      - "\n\ndef get_db():\n    db = SessionLocal()\n    try:\n        yield db\n"
innocent: "as many connections as threads, or nothing in it or after it waits for one"
lint: []
---
"""

import asyncio
from collections.abc import Iterator
from queue import Queue
from typing import Annotated

import httpx2
from fastapi import Depends, FastAPI

app = FastAPI()
pool: Queue[str] = Queue()
pool.put("the only connection")


# region snippet
def borrow_connection() -> Iterator[str]:
    connection = pool.get()  # BUG: waits in a thread that its holder needs
    try:
        yield connection
    finally:
        pool.put(connection)


@app.get("/orders")
def list_orders(connection: Annotated[str, Depends(borrow_connection)]) -> list[int]:
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
