r"""Django calls an async middleware as a sync one unless its class says so.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "AttributeError: 'coroutine' object has no attribute '_resource_closers'"
requires: {packages: ["django>=5.2"]}
grep:
  - pattern: 'def __init__\(self, get_response\b[^\n]*\n([ \t]+(self\.|super\()[^\n]*\n|[ \t]*\n)*[ \t]+async def __call__\('
    multiline: true
  - pattern: 'class \w*Middleware\b[^\n]*:\n([ \t]*(\x22{3}[^\n]*)?\n)*[ \t]+async def __call__\(self, request\b'
    multiline: true
    hits:
      - "class AsyncMiddleware:\n    async def __call__(self, request):"
  - pattern: '(^|\n)([^@\n][^\n]*)?\ndef \w+\(get_response\b[^\n]*\n([ \t]+[^\n]*\n|[ \t]*\n)*?[ \t]+async def '
    multiline: true
    hits:
      - "\n\ndef audit(get_response):\n    async def middleware(request):"
innocent: "the marks stand below, or a decorator of Django sets them"
lint: []
corrects:
  - said: An async middleware is a class with an async __call__.
    instead: Give it __init__(get_response), async_capable, sync_capable and a mark.
---
"""

import asyncio
from collections.abc import Awaitable, Callable

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import AsyncClient
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, MIDDLEWARE=["__main__.AuditMiddleware"])
django.setup()

GetResponse = Callable[[HttpRequest], Awaitable[HttpResponse]]


# region snippet
class AuditMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    async def __call__(self, request: HttpRequest) -> HttpResponse:  # BUG: seen as sync
        response = await self.get_response(request)
        print("audit:", request.path, response.status_code)
        return response


# endregion


async def show_orders(request: HttpRequest) -> HttpResponse:
    return HttpResponse("17, 18")


urlpatterns = [path("orders/", show_orders)]


async def main() -> None:
    response = await AsyncClient().get("/orders/")
    print(response.content.decode())


asyncio.run(main())
