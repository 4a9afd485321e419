r"""A second FastAPI() under the same name has none of the routes before it.

---
failure: silent
expect:
  stdout: |
    lifespan: pool opened
    GET /health: 404
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
grep:
  pattern: '^app\b[^\n=]*= *(\w+\.)?(FastAPI|Starlette)\([^\n]*\n([^\n]*\n)*?app\b[^\n=]*= *(\w+\.)?(FastAPI|Starlette)\('
  multiline: true
innocent: "the two names differ, or one app is mounted in the other"
symptom: [lost-work]
lint: []
corrects:
  - said: "app = FastAPI() with the endpoints, and app = FastAPI(lifespan=lifespan) at the end"
    instead: "the lifespan first, then one app, then the endpoints"
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
app = FastAPI()


@app.get("/health")
def show_health() -> str:
    return "ok"


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    print("lifespan: pool opened")
    yield


app = FastAPI(lifespan=lifespan)  # BUG: a new app, without /health
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
