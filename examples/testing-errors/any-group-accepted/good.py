r"""RaisesGroup says which errors the group must hold, and how many.

---
expect:
  exit: 1
  stdout: ["Raised exception group did not match: `KeyError()` is not an instance of `SoldOut`", "1 failed"]
requires: {packages: [pytest]}
---
"""

import asyncio
import os
import sys

import pytest


# region snippet
class SoldOut(Exception):
    pass


async def reserve(sku: str) -> None:
    raise KeyError(sku)  # the fault that the test should find: no SoldOut


async def place_order(*skus: str) -> None:
    async with asyncio.TaskGroup() as group:
        for sku in skus:
            group.create_task(reserve(sku))


def test_sold_out_is_reported() -> None:
    with pytest.RaisesGroup(SoldOut):  # FIX: exactly one SoldOut, nothing else
        asyncio.run(place_order("lamp"))


# endregion


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    options = "-q --tb=short --rootdir=. -p no:cacheprovider --disable-plugin-autoload"
    options += " -W ignore::pytest.PytestAssertRewriteWarning"
    settings = ["-c", os.devnull]
    sys.exit(pytest.main([*options.split(), *settings, __file__]))
