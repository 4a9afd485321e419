r"""A transaction belongs into one plain function that runs in a thread.

---
expect:
  stdout: |
    {"refused": "the desk is taken"}
    reserved: ['desk']
requires: {packages: ["django>=5.2"]}
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
def reserve(items: list[str]) -> None:  # FIX: runs whole in one thread
    with transaction.atomic():
        for item in items:
            Reservation.objects.create(item=item)


async def place_order(request: HttpRequest) -> JsonResponse:
    try:
        await sync_to_async(reserve)(["lamp", "desk"])
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
