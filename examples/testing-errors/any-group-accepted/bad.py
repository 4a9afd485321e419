r"""A test for ExceptionGroup passes whatever error the group holds.

---
failure: silent
expect:
  stdout: ["1 passed"]
requires: {packages: [pytest]}
symptom: [fails-in-suite, lost-error]
grep:
  pattern: '\b(pytest\.raises|assertRaises)\(\s*(Base)?ExceptionGroup\b'
  hits: ["        with self.assertRaises(ExceptionGroup):"]
innocent: "the exceptions of the group are checked below it"
lint: [flake8-async:ASYNC401, ruff:ASYNC401]
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
    with pytest.raises(ExceptionGroup):  # BUG: any error in the group passes
        asyncio.run(place_order("lamp"))


# endregion


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    options = "-q --tb=short --rootdir=. -p no:cacheprovider --disable-plugin-autoload"
    options += " -W ignore::pytest.PytestAssertRewriteWarning"
    settings = ["-c", os.devnull]
    sys.exit(pytest.main([*options.split(), *settings, __file__]))
