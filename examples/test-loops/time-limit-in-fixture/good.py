r"""A timeout entered in the test limits the test.

---
expect:
  exit: 1
  stdout: ["TimeoutError", "1 failed"]
requires: {packages: [pytest, pytest-asyncio]}
---
"""

import asyncio
import os
import sys

import pytest


# region snippet
@pytest.mark.asyncio
async def test_stock_is_counted_in_time() -> None:
    async with asyncio.timeout(0.01):  # FIX: limits the task of the test
        await asyncio.sleep(0.05)  # longer than the limit


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
    sys.exit(pytest.main([*options.split(), *settings, __file__]))
