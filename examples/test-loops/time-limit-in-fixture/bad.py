r"""A timeout entered in a fixture limits the fixture's task, not the test.

---
failure: silent
expect:
  stdout: ["1 passed"]
requires: {packages: [pytest, pytest-asyncio]}
symptom: [fails-in-suite, hang]
grep:
  pattern: '@pytest(_asyncio)?\.fixture\b[^\n]*\n[^\n]*async def [^\n]*\n([ \t]+[^\n]*\n){0,8}?[ \t]+async with [^\n]*(TaskGroup|create_task_group|open_nursery|timeout|timeout_at|fail_after|move_on_after)\([^\n]*\n([ \t]+[^\n]*\n){0,6}?[ \t]+yield\b'
  multiline: true
  hits: ["@pytest_asyncio.fixture\nasync def group():\n    async with asyncio.TaskGroup() as group:\n        yield group\n", "@pytest.fixture\nasync def group():\n    async with anyio.create_task_group() as group:\n        yield group\n"]
innocent: "anyio's plugin runs both in one task; its failures are still hard to read"
lint: []
---
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio


# region snippet
@pytest_asyncio.fixture(autouse=True)
async def limit() -> AsyncIterator[None]:
    async with asyncio.timeout(0.01):  # BUG: limits the task of the fixture
        yield


@pytest.mark.asyncio
async def test_stock_is_counted_in_time() -> None:
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
