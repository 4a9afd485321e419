r"""transaction.atomic cannot be entered in async code.

---
failure: exception
expect:
  exit: 1
  stderr:
    - >-
      django.core.exceptions.SynchronousOnlyOperation: You cannot call this from an
      async context - use a thread or sync_to_async.
requires: {packages: ["django>=5.2"]}
grep:
  - pattern: 'async def [^\n]*\n([ \t]*\n|\)[^\n]*\n|[ \t]+([^d@\s]|d[^e\n]|de[^f\n])[^\n]*\n)*?[ \t]+(async )?with (transaction\.)?atomic\('
    multiline: true
    hits: ["async def reserve(items):\n    async with transaction.atomic():\n"]
  - pattern: '@(transaction\.)?atomic\b[^\n]*\n([ \t]*@[^\n]*\n)*[ \t]*async def'
    multiline: true
    hits: ["@transaction.atomic\nasync def place_order(request):"]
innocent: "the block stands in a plain def inside of the coroutine"
lint: []
corrects:
  - said: ORM calls are wrapped in sync_to_async on Django before 4.1.
    instead: Wrap a transaction on every version; atomic has no async form.
---
"""

import asyncio
import tempfile

import django
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import IntegrityError, connection, connections, models, transaction
from django.http import HttpRequest, JsonResponse
from django.test import AsyncClient
from django.urls import path

folder = tempfile.TemporaryDirectory()
shop = {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{folder.name}/shop.db"}
settings.configure(DATABASES={"default": shop}, ROOT_URLCONF=__name__)
django.setup()


class Reservation(models.Model):
    item = models.CharField(max_length=20, primary_key=True)
    objects = models.Manager()

    class Meta:
        app_label = "shop"


# region snippet
async def reserve(items: list[str]) -> None:  # BUG: the loop's thread may not query
    with transaction.atomic():
        for item in items:
            await Reservation.objects.acreate(item=item)


async def place_order(request: HttpRequest) -> JsonResponse:
    try:
        await reserve(["lamp", "desk"])
    except IntegrityError:
        return JsonResponse({"refused": "the desk is taken"}, status=409)
    return JsonResponse({"reserved": 2})


# endregion

urlpatterns = [path("orders/", place_order)]


def open_shop() -> None:
    with connection.schema_editor() as editor:
        editor.create_model(Reservation)
    Reservation(item="desk").save()
    connection.close()


async def main() -> None:
    try:
        response = await AsyncClient().get("/orders/")
        print(response.content.decode())
        print("reserved:", [row.item async for row in Reservation.objects.all()])
    finally:
        await sync_to_async(connections.close_all)()


with folder:
    open_shop()
    asyncio.run(main())
