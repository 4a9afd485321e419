r"""An async view reads with the async ORM and answers 404 for a missing row.

---
expect:
  stdout: |
    {"number": 17, "customer": "ada"}
    {"total": 2, "numbers": [17, 18]}
    404
requires: {packages: ["django>=5.2"]}
lint: [mypy:import-untyped]
---
"""

import asyncio
import tempfile

import django
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection, connections, models
from django.http import HttpRequest, JsonResponse
from django.shortcuts import aget_object_or_404
from django.test import AsyncClient
from django.urls import path

folder = tempfile.TemporaryDirectory()
shop = {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{folder.name}/shop.db"}
settings.configure(DATABASES={"default": shop}, ROOT_URLCONF=__name__)
django.setup()


class Customer(models.Model):
    name = models.CharField(max_length=20)

    class Meta:
        app_label = "shop"


class Order(models.Model):
    number = models.IntegerField(primary_key=True)
    customer = models.ForeignKey(Customer, models.CASCADE)
    objects = models.Manager()

    class Meta:
        app_label = "shop"


# region snippet
async def show_order(request: HttpRequest, number: int) -> JsonResponse:
    orders = Order.objects.select_related("customer")
    order = await aget_object_or_404(orders, number=number)
    return JsonResponse({"number": order.number, "customer": order.customer.name})


async def list_orders(request: HttpRequest) -> JsonResponse:
    orders = Order.objects.order_by("number")
    numbers = [order.number async for order in orders.aiterator(chunk_size=500)]
    return JsonResponse({"total": await orders.acount(), "numbers": numbers})


# endregion

urlpatterns = [path("orders/", list_orders), path("orders/<int:number>/", show_order)]


def open_shop() -> None:
    with connection.schema_editor() as editor:
        editor.create_model(Customer)
        editor.create_model(Order)
    ada = Customer(name="ada")
    ada.save()
    for number in (17, 18):
        Order(number=number, customer=ada).save()
    connection.close()


async def main() -> None:
    client = AsyncClient()
    for url in ("/orders/17/", "/orders/", "/orders/99/"):
        response = await client.get(url)
        found = response.status_code == 200
        print(response.content.decode() if found else response.status_code)
    await sync_to_async(connections.close_all)()


with folder:
    open_shop()
    asyncio.run(main())
