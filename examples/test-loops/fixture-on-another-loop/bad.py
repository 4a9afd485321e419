r"""A test on a loop of its own cannot wait for what a fixture opened on another.

---
failure: exception
expect:
  exit: 1
  stderr: ["RuntimeError: Task", "attached to a different loop", "1 failed"]
requires: {packages: [pytest, pytest-asyncio]}
grep: {none: "a fixture with a wider loop_scope (or scope) than the mark of the tests that use it: @pytest.mark.asyncio without loop_scope"}
lint: []
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


Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while await reader.readline():
        writer.write(b"2\n")
    writer.close()


# region snippet
@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stock() -> AsyncIterator[Stream]:
    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        yield reader, writer
        writer.close()
        await writer.wait_closed()


@pytest.mark.asyncio  # BUG: a new loop for this test alone
async def test_lamps(stock: Stream) -> None:
    reader, writer = stock
    writer.write(b"lamp\n")
    assert await reader.readline() == b"2\n"


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
