r"""A task that a test leaves behind runs on in the next test of the same loop.

---
failure: exception
expect:
  exit: 1
  stderr: ["test_nothing_left", "assert 2 == 0", "1 failed, 1 passed"]
requires: {packages: [pytest, pytest-asyncio]}
symptom: [fails-in-suite]
grep: {none: "a loop_scope wider than function, and tests that start tasks, or call what starts some, without waiting for their end"}
lint: []
---
"""

import asyncio
import contextlib
import io
import os
import sys

import pytest


# region snippet
class Shop:
    stock = 2

    async def sell(self, count: int) -> None:
        Shop.stock -= count
        self.refilling = asyncio.create_task(self.refill(count))

    async def refill(self, count: int) -> None:
        await asyncio.sleep(0.01)  # until the supplier answers
        Shop.stock += count


pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_sale() -> None:
    shop = Shop()
    await shop.sell(2)  # BUG: its task runs on in the next test
    assert Shop.stock == 0


async def test_nothing_left() -> None:
    Shop.stock = 0
    await asyncio.sleep(0.02)  # a request of its own
    assert Shop.stock == 0


# endregion


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    options = "-q --tb=short --rootdir=. -p no:cacheprovider --disable-plugin-autoload"
    options += " -W ignore::pytest.PytestAssertRewriteWarning"
    settings = [
        "-p",
        "pytest_asyncio.plugin",
        "-c",
        os.devnull,
        "-o",
        "asyncio_default_fixture_loop_scope=function",
    ]
    report = io.StringIO()
    with contextlib.redirect_stdout(report):
        code = pytest.main([*options.split(), *settings, __file__])
    print(report.getvalue(), file=sys.stderr if code else sys.stdout)
    sys.exit(code)
