r"""An ASGI entry point that opens one client for all views, which call out with it.

---
expect:
  stdout: |
    client opened
    200 [1.08, 0.86]
    502 {"error": "no rates tomorrow"}
    client closed
requires: {packages: ["django>=5.2", "uvicorn>=0.30", "httpx2>=2"]}
lint: [ruff:ASYNC110, mypy:import-untyped]
---
"""

import asyncio
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import django
import httpx2
import uvicorn
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
django.setup()


def answer(request: httpx2.Request) -> httpx2.Response:  # stands for the other service
    if request.url.path == "/today":
        return httpx2.Response(200, json=[1.08, 0.86])
    return httpx2.Response(404)


def make_client() -> httpx2.AsyncClient:
    transport = httpx2.MockTransport(answer)
    return httpx2.AsyncClient(transport=transport, base_url="http://rates", timeout=5)


# region snippet
client: httpx2.AsyncClient


async def show_rates(request: HttpRequest, day: str) -> JsonResponse:
    try:
        response = await client.get(f"/{day}")
        response.raise_for_status()
    except httpx2.HTTPError:
        return JsonResponse({"error": f"no rates {day}"}, status=502)
    return JsonResponse(response.json(), safe=False)  # a list is allowed


views = get_asgi_application()


async def application(scope: Any, receive: Any, send: Any) -> None:
    global client
    if scope["type"] != "lifespan":
        return await views(scope, receive, send)
    await receive()  # lifespan.startup
    async with make_client() as client:
        print("client opened")
        await send({"type": "lifespan.startup.complete"})
        await receive()  # lifespan.shutdown
    print("client closed")
    await send({"type": "lifespan.shutdown.complete"})


# endregion

urlpatterns = [path("<str:day>/", show_rates)]


def get(url: str) -> str:
    try:
        response = urlopen(url)
    except HTTPError as error:
        response = error
    with response:
        return f"{response.status} {response.read().decode()}"


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(application, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    for day in ("today", "tomorrow"):
        print(await asyncio.to_thread(get, f"http://127.0.0.1:{port}/{day}/"))
    server.should_exit = True
    await serving


asyncio.run(main())
