r"""A task that fails beside the test fails no test.

---
failure: silent
expect:
  stdout: ["1 passed"]
requires: {packages: [pytest, pytest-asyncio]}
symptom: [lost-error, fails-in-suite]
grep: {none: "tests of code that starts tasks, in a suite without a loop exception handler that fails the test (grep set_exception_handler in conftest.py)"}
lint: []
---
"""

import asyncio
import os
import sys

import pytest


# region snippet
running: set[asyncio.Task[None]] = set()


async def send_mail(order: str) -> None:
    raise ConnectionError("no mail server")


async def place_order(order: str) -> str:
    mailing = asyncio.create_task(send_mail(order))
    running.add(mailing)
    mailing.add_done_callback(running.discard)
    return f"{order} placed"


@pytest.mark.asyncio
async def test_an_order_is_placed() -> None:
    assert await place_order("order 7") == "order 7 placed"
    await asyncio.sleep(0)  # BUG: the mail fails here, pytest hears nothing


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
