r"""A middleware that declares itself async is awaited.

---
expect:
  stdout: |
    audit: /orders/ 200
    17, 18
requires: {packages: ["django>=5.2"]}
---
"""

import asyncio
from collections.abc import Awaitable, Callable

import django
from asgiref.sync import markcoroutinefunction
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import AsyncClient
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, MIDDLEWARE=["__main__.AuditMiddleware"])
django.setup()

GetResponse = Callable[[HttpRequest], Awaitable[HttpResponse]]


# region snippet
class AuditMiddleware:
    async_capable = True  # FIX: Django awaits what it returns
    sync_capable = False

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request: HttpRequest) -> HttpResponse:
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
