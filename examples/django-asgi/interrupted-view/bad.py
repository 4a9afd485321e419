r"""A client that goes cancels an async view at its next await.

---
failure: silent
expect:
  stdout: |
    card charged for order 7
    orders booked: []
symptom: [lost-work, wrong-data]
requires: {packages: ["django>=5.2", "uvicorn>=0.30"]}
grep: {none: "two awaits of an async view that belong together: pay and book, send and mark as sent"}
lint: []
---
"""

import asyncio

import django
import uvicorn
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
django.setup()

charged, disconnected = asyncio.Event(), asyncio.Event()
booked: list[str] = []


async def charge(order: str) -> None:
    print("card charged for", order)
    charged.set()
    await disconnected.wait()  # the way back from the bank


async def book(order: str) -> None:
    await asyncio.sleep(0)
    booked.append(order)


# region snippet
async def check_out(request: HttpRequest) -> HttpResponse:
    await charge("order 7")  # BUG: raises CancelledError when the client goes
    await book("order 7")
    return HttpResponse("booked")


# endregion

urlpatterns = [path("check-out/", check_out)]


async def main() -> None:
    config = uvicorn.Config(
        get_asgi_application(), port=0, lifespan="off", log_level="critical"
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /check-out/ HTTP/1.1\r\nHost: shop\r\n\r\n")
    await charged.wait()
    writer.transport.abort()  # the client goes
    await asyncio.sleep(0.05)
    disconnected.set()
    server.should_exit = True
    await serving  # the server waits for the view
    print("orders booked:", booked)


asyncio.run(main())
