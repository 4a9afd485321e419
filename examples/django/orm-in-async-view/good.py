r"""The async methods of the ORM send each query to a thread.

---
expect:
  stdout: |
    {"total": 1, "numbers": [17]}
requires: {packages: ["django>=5.2"]}
---
"""

import asyncio
import tempfile

import django
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection, connections, models
from django.http import HttpRequest, JsonResponse
from django.test import AsyncClient
from django.urls import path

folder = tempfile.TemporaryDirectory()
shop = {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{folder.name}/shop.db"}
settings.configure(DATABASES={"default": shop}, ROOT_URLCONF=__name__)
django.setup()


class Order(models.Model):
    number = models.IntegerField(primary_key=True)
    objects = models.Manager()

    class Meta:
        app_label = "shop"


# region snippet
async def list_orders(request: HttpRequest) -> JsonResponse:
    total = await Order.objects.acount()  # FIX: a thread runs the query
    numbers = [order.number async for order in Order.objects.all()]
    return JsonResponse({"total": total, "numbers": numbers})


# endregion

urlpatterns = [path("orders/", list_orders)]


def open_shop() -> None:
    with connection.schema_editor() as editor:
        editor.create_model(Order)
    Order(number=17).save()
    connection.close()


async def main() -> None:
    response = await AsyncClient().get("/orders/")
    print(response.content.decode())
    await sync_to_async(connections.close_all)()


with folder:
    open_shop()
    asyncio.run(main())
