r"""A fixture of pytest-asyncio is awaited before the test.

---
expect:
  stdout: ["1 passed"]
requires: {packages: [pytest, pytest-asyncio]}
---
"""

import contextlib
import io
import os
import sys

import pytest
import pytest_asyncio


# region snippet
@pytest_asyncio.fixture  # FIX: the plugin awaits it
async def stock() -> dict[str, int]:
    return {"lamp": 2}


@pytest.mark.asyncio
async def test_lamp_is_in_stock(stock: dict[str, int]) -> None:
    assert stock["lamp"] == 2


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
