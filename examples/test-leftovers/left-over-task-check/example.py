r"""A fixture that every test uses fails the test that leaves a task behind.

---
expect:
  exit: 1
  stdout: ["ERROR at teardown of test_a_sale", "AssertionError: tasks left: ['refill']", "1 passed, 1 error"]
lint: [flake8-async:ASYNC124, ruff:RUF029]
requires: {packages: [pytest, pytest-asyncio]}
---
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio


async def refill() -> None:
    await asyncio.sleep(1)


# region snippet
pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture(autouse=True)
async def no_task_left() -> AsyncIterator[None]:
    before = asyncio.all_tasks()
    yield
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    names = [task.get_name() for task in left]
    assert not names, f"tasks left: {names}"


async def test_a_sale() -> None:
    refilling = asyncio.create_task(refill(), name="refill")
    await asyncio.sleep(0)
    assert not refilling.done()


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
