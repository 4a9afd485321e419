r"""A synchronous ORM call in an async view raises instead of running.

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
  - pattern: 'async def [^\n]*\n([ \t]*\n|\)[^\n]*\n|[ \t]+([^d@\s]|d[^e\n]|de[^f\n])[^\n]*\n)*?[^\n]*\.objects\.(\w+\([^()]*\)\.)*(get|create|count|first|last|exists|aggregate|earliest|latest|in_bulk|get_or_create|update_or_create|bulk_create|bulk_update|update|delete)\('
    multiline: true
    hits: ["async def show(request):\n    order = Order.objects.filter(shipped=False).first()\n"]
  - pattern: 'async def [^\n]*\n([ \t]*\n|\)[^\n]*\n|[ \t]+([^d@\s]|d[^e\n]|de[^f\n])[^\n]*\n)*?([^\n]*\b(list|tuple|set|dict|len|bool|sorted)\(\w+\.objects\b|[^\n]*[^c\n] for [^\n]* in \w+\.objects\b)'
    multiline: true
    hits: ["async def show(request):\n    for order in Order.objects.all():\n", "async def show(request):\n    orders = list(Order.objects.all())\n", "async def show(request):\n    return [order.number for order in Order.objects.all()]\n"]
innocent: "a plain def inside of the coroutine, or a lambda, runs it in a thread"
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


class Order(models.Model):
    number = models.IntegerField(primary_key=True)
    objects = models.Manager()

    class Meta:
        app_label = "shop"


# region snippet
async def list_orders(request: HttpRequest) -> JsonResponse:
    total = Order.objects.count()  # BUG: a query in the loop's thread
    numbers = [order.number for order in Order.objects.all()]
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
