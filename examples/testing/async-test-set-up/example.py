r"""A module of tests that pytest-asyncio runs: mark, fixture, clean-up.

---
expect:
  stdout: ["1 passed"]
requires: {packages: [pytest, pytest-asyncio]}
---
"""

import asyncio
import contextlib
import io
import os
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio


packed: list[str] = []


async def pack(queue: asyncio.Queue[str]) -> None:
    while True:
        packed.append(await queue.get())
        queue.task_done()


# region snippet
pytestmark = pytest.mark.asyncio  # every async test of the module


@pytest_asyncio.fixture
async def orders() -> AsyncIterator[asyncio.Queue[str]]:
    queue: asyncio.Queue[str] = asyncio.Queue()
    packer = asyncio.create_task(pack(queue), name="packer")
    yield queue
    packer.cancel()
    await asyncio.wait([packer])  # ended before the loop is closed


async def test_an_order_is_packed(orders: asyncio.Queue[str]) -> None:
    orders.put_nowait("lamp")
    async with asyncio.timeout(5):  # a limit for a hang, not a measure
        await orders.join()
    assert packed == ["lamp"]


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
