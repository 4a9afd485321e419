r"""sync_to_async runs the calls of one request one after the other.

---
failure: silent
expect:
  stdout:
    - "status: 200"
  metrics:
    most_at_once: "== 1"
requires: {packages: ["django>=5.2"]}
grep:
  - pattern: '\bsync_to_async\(\s*[\w.]+\s*\)'
    hits: ['results = await sync_to_async(search.query)(text)']
  - pattern: '^\s*@sync_to_async(\(\))?\s*(#|$)'
    hits: ['@sync_to_async']
innocent: "one call at a time, or calls that query the database"
symptom: [slow]
lint: []
---
"""

import asyncio
import threading

import django
from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path

REPLICAS = ["berlin", "lyon", "porto"]

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["shop.test"])
django.setup()

running = most_at_once = 0
lock = threading.Lock()
all_running = threading.Event()


def ping(replica: str) -> str:
    """Answer once all replicas are being asked, or after a tenth of a second."""
    global running, most_at_once
    with lock:
        running += 1
        most_at_once = max(most_at_once, running)
        if running == len(REPLICAS):
            all_running.set()
    all_running.wait(timeout=0.1)
    with lock:
        running -= 1
    return f"{replica} is up"


# region snippet
async def check_replicas(request: HttpRequest) -> JsonResponse:
    check = sync_to_async(ping)  # BUG: one thread for all calls of a request
    answers = await asyncio.gather(*(check(replica) for replica in REPLICAS))
    return JsonResponse({"answers": answers})


# endregion

urlpatterns = [path("health/", check_replicas)]


async def main() -> None:
    scope = {"type": "http", "method": "GET", "path": "/health/", "query_string": b""}
    scope["headers"] = [(b"host", b"shop.test")]
    requests: asyncio.Queue[dict[str, object]] = asyncio.Queue()
    requests.put_nowait({"type": "http.request"})
    responses: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        responses.append(message)

    await get_asgi_application()(scope, requests.get, send)
    print("status:", responses[0]["status"])
    print(f"metric most_at_once={most_at_once}")


asyncio.run(main())
