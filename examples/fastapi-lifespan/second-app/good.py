r"""One app, made after the lifespan and before the endpoints, has both.

---
expect:
  stdout: |
    lifespan: pool opened
    GET /health: 200
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
---
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.error import HTTPError
from urllib.request import urlopen

import uvicorn
from fastapi import FastAPI


# region snippet
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    print("lifespan: pool opened")
    yield


app = FastAPI(lifespan=lifespan)  # FIX: the only app, before the endpoints


@app.get("/health")
def show_health() -> str:
    return "ok"


# endregion


def get_status(url: str) -> int:
    try:
        with urlopen(url) as response:
            return response.status
    except HTTPError as error:
        with error:
            return error.code


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    url = f"http://127.0.0.1:{port}/health"
    print(f"GET /health: {await asyncio.to_thread(get_status, url)}")
    server.should_exit = True
    await serving


asyncio.run(main())
