r"""A dependency that commits after its yield commits after the answer.

---
failure: warning
expect:
  stdout: |
    answer: 200
    orders stored: []
  stderr: ["ConnectionError: database restarts"]
symptom: [lost-error, lost-work]
requires: {packages: ["fastapi>=0.121", "uvicorn>=0.30"]}
grep:
  - pattern: '^[ \t]+yield\b[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+(await )?[\w.]+\.commit\('
    multiline: true
  - pattern: '\bwith [^\n]*\.(begin|transaction)\([^\n]*:\n[ \t]+yield\b'
    multiline: true
    hits: ["    async with sessions.begin() as session:\n        yield session\n"]
innocent: 'a dependency with scope="function"; a context manager that is no dependency'
lint: []
---
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Self
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import uvicorn
from fastapi import Depends, FastAPI

app = FastAPI()
stored: list[str] = []


class Session:
    def __init__(self) -> None:
        self.added: list[str] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        self.added.clear()

    def add(self, order: str) -> None:
        self.added.append(order)

    async def commit(self) -> None:
        await asyncio.sleep(0)
        raise ConnectionError("database restarts")


# region snippet
async def get_session() -> AsyncIterator[Session]:
    async with Session() as session:
        yield session
        await session.commit()  # BUG: runs when the client has its 200


@app.post("/orders/{order}")
async def place_order(
    order: str, session: Annotated[Session, Depends(get_session)]
) -> str:
    session.add(order)
    return "stored"


# endregion


def post(url: str) -> int:
    try:
        with urlopen(Request(url, method="POST")) as response:
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
    url = f"http://127.0.0.1:{port}/orders/order-7"
    print("answer:", await asyncio.to_thread(post, url))
    server.should_exit = True
    await serving
    print("orders stored:", stored)


asyncio.run(main())
