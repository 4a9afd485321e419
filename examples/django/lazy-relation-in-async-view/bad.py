r"""A relation that is not loaded yet raises in async code when it is read.

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
  - pattern: '\.objects\.((all|filter|exclude|order_by)\([^()]*\)\.)*(aget|afirst|alast|aearliest|alatest)\('
    hits: ['order = await Order.objects.filter(shipped=False).afirst()']
  - pattern: '\basync\s+for\s[^\n]*\sin\s\w+\.objects\.(all|filter|exclude|order_by)\([^()]*\)\s*[:\])]'
    hits: ['async for order in Order.objects.filter(shipped=False):']
innocent: "nothing reads a relation of the instance, or it was loaded elsewhere"
lint: []
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
    order = await Order.objects.aget(number=number)  # BUG: leaves the customer out
    return JsonResponse({"number": order.number, "customer": order.customer.name})


# endregion

urlpatterns = [path("orders/<int:number>/", show_order)]


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
    try:
        response = await AsyncClient().get("/orders/17/")
        print(response.content.decode())
    finally:
        await sync_to_async(connections.close_all)()


with folder:
    open_shop()
    asyncio.run(main())
