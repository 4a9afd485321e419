r"""Signal.send with an async receiver raises in async code.

---
failure: exception
expect:
  exit: 1
  stderr:
    - >-
      RuntimeError: You cannot use AsyncToSync in the same thread as an async event
      loop - just await the async function directly.
requires: {packages: ["django>=5.2"]}
grep:
  pattern: '^([^#\n]*[^#\n\w.])?(pre|post|on|signals?|\w+_(placed|created|updated|deleted|changed|saved|finished|started|signal))(\.\w+)*\.send(_robust)?\(\s*(sender|self|[A-Z]|None)'
  hits: ["    order_placed.send_robust(sender=Order)", "        signals.user_registered.send(sender=self.__class__, user=user)"]
innocent: "a plain function or view; a signal whose receivers are all plain functions"
lint: []
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
    order_placed.send(None, number=number)  # BUG: has no way to await a receiver
    return HttpResponse("placed")


# endregion

urlpatterns = [path("orders/<int:number>/", place_order)]


async def main() -> None:
    response = await AsyncClient().get("/orders/17/")
    print(response.content.decode())


asyncio.run(main())
