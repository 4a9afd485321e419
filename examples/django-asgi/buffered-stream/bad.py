r"""Under ASGI a plain generator is exhausted before its first row is sent.

---
failure: warning
expect:
  stdout: |
    sent after 3 rows were made
  stderr:
    - >-
      Warning: StreamingHttpResponse must consume synchronous iterators in order to
      serve them asynchronously. Use an asynchronous iterator instead.
symptom: [slow, memory]
requires: {packages: ["django>=5.2", "uvicorn>=0.30"]}
grep: {none: "StreamingHttpResponse over a plain generator or a list comprehension in a project served by ASGI"}
lint: []
---
"""

import asyncio
from collections.abc import Iterator

import django
import uvicorn
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
django.setup()

made: list[int] = []


# region snippet
def export_rows() -> Iterator[str]:
    for number in range(3):
        yield make_row(number)


async def export(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(export_rows())  # BUG: read to its end first


# endregion


def make_row(number: int) -> str:
    made.append(number)
    return f"row {number}\n"


urlpatterns = [path("export/", export)]


async def main() -> None:
    config = uvicorn.Config(
        get_asgi_application(), port=0, lifespan="off", log_level="critical"
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /export/ HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n")
    await reader.readuntil(b"row 0\n")
    print("sent after", len(made), "rows were made")
    await reader.read()
    writer.close()
    server.should_exit = True
    await serving


asyncio.run(main())
