"""The built site, served on this machine, and a browser to read it with."""

# mypy: disable-error-code="import-not-found"

from __future__ import annotations

import asyncio
import contextlib
import functools
import shutil
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeVar

from playwright.async_api import Browser, Page, async_playwright

Result = TypeVar("Result")
PATIENCE = 120.0  # seconds for one step of a page; a loaded machine is no fault of the site
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
)


class MissingError(Exception):
    """What the tests need is not there: what, and how to get it."""


@dataclass(frozen=True)
class Site:
    """The folder of the built site, the address it is served at (with a slash at its end), and the browser's path."""

    folder: Path
    address: str
    chromium: str

    @property
    def pages(self) -> list[str]:
        """Every page, as its path below the address."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def browse(self, visit: Callable[[Browser], Awaitable[Result]]) -> Result:
        """Run a coroutine with a browser that is started for it and ended behind it."""

        async def run() -> Result:
            async with async_playwright() as playwright:
                browser = await playwright.chromium.launch(executable_path=self.chromium, args=_OPTIONS)
                try:
                    return await visit(browser)
                finally:
                    await browser.close()

        return asyncio.run(run())


async def new_page(browser: Browser, **options: Any) -> Page:
    """Open a page in a context of its own; ``options`` are the context's."""
    page = await browser.new_page(**options)
    page.set_default_timeout(PATIENCE * 1000)
    return page


@contextlib.contextmanager
def serve(folder: Path) -> Iterator[Site]:
    """Serve a built site on a free port; MissingError where there is no site or no browser."""
    if not (folder / "index.html").is_file():
        raise MissingError(f"{folder}: no site; run: make site")
    chromium = next(filter(None, map(shutil.which, _NAMES)), None)
    if chromium is None:
        raise MissingError("chromium: not on PATH; run: apt-get install chromium")
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(folder, f"http://127.0.0.1:{server.server_port}/", chromium)
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # connections that wait; the library's 5 are fewer than one page opens

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that leaves a page drops what it has asked for."""


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections are kept

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a test reports what fails."""
