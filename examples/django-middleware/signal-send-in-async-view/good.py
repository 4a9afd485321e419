r"""asend awaits async receivers, and runs plain ones in a thread.

---
expect:
  stdout: |
    label of order 17
    placed
requires: {packages: ["django>=5.2"]}
---
"""

import asyncio

import django
from django.conf import settings
from django.dispatch import Signal, receiver
from django.http import HttpRequest, HttpResponse
from django.test import AsyncClient
from django.urls import path

settings.configure(ROOT_URLCONF=__name__)
django.setup()


# region snippet
order_placed = Signal()


@receiver(order_placed)
async def print_label(sender: object, number: int, **kwargs: object) -> None:
    await asyncio.sleep(0)
    print("label of order", number)


async def place_order(request: HttpRequest, number: int) -> HttpResponse:
    await order_placed.asend(None, number=number)  # FIX: awaits its receivers
    return HttpResponse("placed")


# endregion

urlpatterns = [path("orders/<int:number>/", place_order)]


async def main() -> None:
    response = await AsyncClient().get("/orders/17/")
    print(response.content.decode())


asyncio.run(main())
