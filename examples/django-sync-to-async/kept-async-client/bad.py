r"""A client that is kept between calls of async_to_sync meets a second event loop.

---
failure: exception
expect:
  exit: 1
  stdout: |
    in stock: 7
  stderr: ["RuntimeError: Event loop is closed"]
requires: {packages: ["django>=5.2", "httpx2>=2.11"]}
symptom: [works-once]
grep:
  - pattern: '^\w+ = ([\w.]*Async\w*|asyncio\.\w+)\([^\n]*\n([^\n]*\n)*?[^\n]*\basync_to_sync\b'
    multiline: true
    hits: ["lock = asyncio.Lock()\n\n\n@async_to_sync\nasync def count(item: str) -> str:\n"]
  - none: "async_to_sync over a coroutine whose client, pool or lock is made elsewhere"
innocent: "only async code uses it, or all calls run under an ASGI server"
lint: []
---
"""

import http.server
import threading

import django
import httpx2
from asgiref.sync import async_to_sync
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path


class Warehouse(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps the connection

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1")
        self.end_headers()
        self.wfile.write(b"7")

    def log_message(self, *args: object) -> None:
        pass


warehouse = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Warehouse)
warehouse.daemon_threads = True
threading.Thread(target=warehouse.serve_forever, daemon=True).start()
WAREHOUSE = f"http://127.0.0.1:{warehouse.server_port}"

settings.configure(ROOT_URLCONF=__name__)
django.setup()


# region snippet
client = httpx2.AsyncClient(base_url=WAREHOUSE)  # BUG: kept from loop to loop


@async_to_sync
async def count(item: str) -> str:
    return (await client.get(f"/{item}")).text


# endregion


def show_stock(request: HttpRequest, item: str) -> HttpResponse:
    return HttpResponse(count(item))


urlpatterns = [path("stock/<item>/", show_stock)]

for _ in range(2):
    print("in stock:", Client().get("/stock/lamp/").content.decode())
