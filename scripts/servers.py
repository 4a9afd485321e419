"""Start the servers that examples need, from packages: PostgreSQL, one of the MongoDB protocol, Redis.

By hand it prints the variables to set and keeps the servers until its standard input ends or Ctrl-C:

    python scripts/servers.py postgresql redis

``running`` does the same for a program: it starts this file as a keeper process and holds the other end of
its standard input. However the program ends, killed outright included, the pipe ends with it, and the
keeper stops the servers and removes their data. A keeper that was itself killed is cleaned up after at the
next start. Where DATABASE_URL, MONGODB_URI or REDIS_URL is set, that server is used and none is started.

Exit status: 0 the servers have been stopped, 1 one could not be started, 2 used wrongly.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from declaration import SERVERS
from server_programs import START, ServerError

__all__ = ["ServerError", "keep", "remove_leftovers", "running"]

_PREFIX = "example-servers-"  # of the folders that hold the data, with the keeper's pid in them
_PID_FILE = "keeper.pid"


@asynccontextmanager
async def running(names: Collection[str]) -> AsyncIterator[dict[str, str]]:
    """Run the named servers for the length of a block; yield the variables that lead to them.

    ServerError where one cannot be started. Nothing is started for an empty collection.
    """
    missing = [name for name in sorted(names) if SERVERS[name] not in os.environ]
    given = {SERVERS[name]: os.environ[SERVERS[name]] for name in names if name not in missing}
    if not missing:
        yield given
        return
    keeper = await asyncio.create_subprocess_exec(
        *(sys.executable, __file__, "--json", *missing), stdin=PIPE, stdout=PIPE, start_new_session=True
    )
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    try:
        answer = await keeper.stdout.readline()
        if not answer:
            raise ServerError(f"{', '.join(missing)}: not started; run: python scripts/servers.py {' '.join(missing)}")
        yield given | json.loads(answer)
    finally:
        keeper.stdin.close()
        await keeper.wait()


async def keep(names: Sequence[str], *, as_json: bool) -> None:
    """Run servers until standard input ends, or SIGINT or SIGTERM comes; print what leads to them."""
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    threading.Thread(target=_watch_input, args=(loop, ended), daemon=True).start()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    # Of this process and its children alone: pgserver keeps its locks there, the MongoDB server its files.
    os.environ["XDG_RUNTIME_DIR"] = os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    try:
        (folder / _PID_FILE).write_text(str(os.getpid()))
        async with AsyncExitStack() as stack:
            # One after the other: a failure then leaves nothing half started, and together they take seconds.
            variables = {SERVERS[n]: await stack.enter_async_context(START[n](folder)) for n in names}
            if as_json:
                print(json.dumps(variables), flush=True)
            else:
                for name, value in variables.items():
                    print(f"export {name}='{value}'", flush=True)
            await ended.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _watch_input(loop: asyncio.AbstractEventLoop, ended: asyncio.Event) -> None:
    """Set the event when standard input ends, which it does when the last process that holds it is gone.

    For a daemon thread: asyncio cannot wait for /dev/null or a file, and no pool waits for such a thread.
    """
    while os.read(0, 1024):
        pass
    with contextlib.suppress(RuntimeError):  # the loop has ended before
        loop.call_soon_threadsafe(ended.set)


def remove_leftovers() -> None:
    """End the servers and remove the data of keepers that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError, ValueError):
            if _runs(int((folder / _PID_FILE).read_text())):
                continue
            for file in (*folder.glob("*.pid"), *folder.glob("*/postmaster.pid")):
                pid = int(file.read_text().split()[0])
                if _belongs(pid, folder):
                    os.kill(pid, signal.SIGKILL)
            shutil.rmtree(folder, ignore_errors=True)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _belongs(pid: int, folder: Path) -> bool:
    """Say whether a process works in this folder: its pid alone may have been given to another since."""
    with contextlib.suppress(OSError):
        return folder in (*Path(f"/proc/{pid}/cwd").readlink().parents, Path(f"/proc/{pid}/cwd").readlink())
    return False


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="+", choices=SERVERS, metavar="SERVER", help=", ".join(SERVERS))
    parser.add_argument("--json", action="store_true", help="print the variables as one JSON object")
    options = parser.parse_args(arguments)
    remove_leftovers()
    try:
        asyncio.run(keep(list(dict.fromkeys(options.names)), as_json=options.json))
    except (ServerError, ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"servers.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
