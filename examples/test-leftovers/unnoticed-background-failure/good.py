r"""An exception handler of the loop brings failures of background tasks to the test.

---
expect:
  exit: 1
  stdout: ["ERROR at teardown of test_an_order_is_placed", "ConnectionError('no mail server')", "1 passed, 1 error"]
requires: {packages: [pytest, pytest-asyncio]}
---
"""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio


# region snippet
running: set[asyncio.Task[None]] = set()


async def send_mail(order: str) -> None:
    raise ConnectionError("no mail server")


async def place_order(order: str) -> str:
    mailing = asyncio.create_task(send_mail(order))
    running.add(mailing)
    mailing.add_done_callback(running.discard)
    return f"{order} placed"


@pytest_asyncio.fixture(autouse=True)  # FIX: fails the test for what was logged
async def no_background_failure() -> AsyncIterator[None]:
    failures: list[object] = []
    asyncio.get_running_loop().set_exception_handler(
        lambda _, context: failures.append(context.get("exception", context["message"]))
    )
    yield
    gc.collect()  # a task that failed unheard says so when it is collected
    assert not failures, failures


@pytest.mark.asyncio
async def test_an_order_is_placed() -> None:
    assert await place_order("order 7") == "order 7 placed"
    await asyncio.sleep(0)


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
