r"""In strict mode a plain fixture hands the test nothing that was awaited.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "'test_lamp_is_in_stock' requested an async fixture 'stock', with no plugin or hook that handled it."
    - "1 error"
requires: {packages: [pytest, pytest-asyncio]}
grep:
  pattern: '@pytest\.fixture\b[^\n]*\n([ \t]*@[^\n]*\n)*[ \t]*async def '
  multiline: true
innocent: "asyncio_mode = auto, or tests run by anyio's plugin"
lint: []
---
"""

import contextlib
import io
import os
import sys

import pytest


# region snippet
@pytest.fixture  # BUG: no plugin runs it in strict mode
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
