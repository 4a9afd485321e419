r"""anyio's plugin runs a test and its async fixtures on each backend, in one task.

---
expect:
  stdout: ["2 passed"]
requires: {packages: [pytest, anyio, trio]}
---
"""

import contextlib
import io
import os
import sys
from collections.abc import AsyncIterator

import anyio
import pytest
from anyio.abc import ObjectReceiveStream, ObjectSendStream


async def ask_supplier(sending: ObjectSendStream[str]) -> None:
    async with sending:
        await sending.send("in stock")


# region snippet
pytestmark = pytest.mark.anyio  # test_answer[asyncio] and test_answer[trio]


@pytest.fixture  # no decorator of the plugin's own
async def answers() -> AsyncIterator[ObjectReceiveStream[str]]:
    sending, receiving = anyio.create_memory_object_stream[str](1)
    await ask_supplier(sending)
    async with receiving:
        yield receiving


async def test_answer(answers: ObjectReceiveStream[str]) -> None:
    with anyio.fail_after(5):
        assert await answers.receive() == "in stock"


# endregion


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    options = "-q --tb=short --rootdir=. -p no:cacheprovider --disable-plugin-autoload"
    options += " -W ignore::pytest.PytestAssertRewriteWarning"
    settings = ["-p", "anyio.pytest_plugin", "-c", os.devnull]
    report = io.StringIO()
    with contextlib.redirect_stdout(report):
        code = pytest.main([*options.split(), *settings, __file__])
    print(report.getvalue(), file=sys.stderr if code else sys.stdout)
    sys.exit(code)
