"""The servers of the examples: there when asked for, and gone with whoever asked, however that one ended."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

import servers
from catalog import Catalog
from declaration import SERVERS

KEEPER = [sys.executable, str(ROOT / "scripts" / "servers.py"), "--json"]
HOLDER = """
import asyncio, json, servers
from declaration import SERVERS
async def main():
    async with servers.running(set(SERVERS)) as variables:
        print(json.dumps(variables), flush=True)
        await asyncio.Event().wait()
asyncio.run(main())
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for the servers' data; whatever still runs in it afterwards is ended."""
    for name in SERVERS.values():
        monkeypatch.delenv(name, raising=False)
    folder = Path("/tmp") / f"t{os.getpid()}"
    folder.mkdir(mode=0o755)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    servers.remove_leftovers()
    shutil.rmtree(folder)


def test_every_server_answers_and_is_gone_after_the_block(temporary: Path) -> None:
    async def use() -> None:
        async with servers.running(set(SERVERS)) as variables:
            assert set(variables) == set(SERVERS.values())
            import asyncpg
            import pymongo
            import redis.asyncio

            connection = await asyncpg.connect(variables["DATABASE_URL"])
            assert await connection.fetchval("SELECT 6 * 7") == 42
            await connection.close()
            async with pymongo.AsyncMongoClient[dict[str, int]](variables["MONGODB_URI"]) as client:
                await client["shop"]["stock"].insert_one({"lamps": 42})
                found = await client["shop"]["stock"].find_one({})
                assert found is not None
                assert found["lamps"] == 42
            async with redis.asyncio.from_url(variables["REDIS_URL"]) as cache:
                await cache.set("lamps", 42)
                assert await cache.get("lamps") == b"42"

    asyncio.run(use())
    assert left(temporary) == []


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_servers_end_with_whoever_holds_them(temporary: Path, number: signal.Signals) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT / "scripts"
    )
    assert holder.stdout
    assert set(json.loads(holder.stdout.readline())) == set(SERVERS.values())
    assert left(temporary)
    holder.send_signal(number)
    holder.communicate(timeout=30)
    wait_for_none_left(temporary)


def test_leftovers_of_a_killed_keeper_are_removed_at_the_next_start(temporary: Path) -> None:
    keeper = subprocess.Popen([*KEEPER, *SERVERS], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert keeper.stdout
    assert keeper.stdout.readline()
    keeper.kill()
    keeper.communicate(timeout=30)
    assert left(temporary)
    answer = subprocess.run([*KEEPER, *SERVERS], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
    assert answer.returncode == 0, answer.stderr
    wait_for_none_left(temporary)


def test_variable_that_is_set_wins(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/shop")

    async def use() -> dict[str, str]:
        async with servers.running({"postgresql"}) as variables:
            assert left(temporary) == []
            return variables

    assert asyncio.run(use()) == {"DATABASE_URL": "postgresql://elsewhere/shop"}


def test_example_run_by_hand_without_its_server_says_what_to_set(catalog: Catalog) -> None:
    scripts = [script for entry in catalog.entries for script in entry.scripts if script.declaration.requires.servers]
    first = {script.declaration.requires.servers: script for script in scripts}
    assert {name for servers in first for name in servers} == set(SERVERS)
    environment = {name: value for name, value in os.environ.items() if name not in SERVERS.values()}
    for script in first.values():
        command = [sys.executable, str(ROOT / script.path)]
        answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert answer.returncode == 2, (script.path, answer.stderr)
        assert "scripts/run_examples.py" in answer.stderr
        assert all(f"set {SERVERS[name]}" in answer.stderr for name in script.declaration.requires.servers)
    for script in scripts:
        assert "sys.exit(2)" in script.source, script.path


def test_unknown_server_is_wrong_use() -> None:
    answer = subprocess.run([*KEEPER, "oracle"], capture_output=True, text=True, check=False)
    assert (answer.returncode, "invalid choice: 'oracle'" in answer.stderr) == (2, True)


def left(folder: Path) -> list[str]:
    """Return the data folders, and the processes that work in one, that are left."""
    processes = subprocess.run(["ps", "-eo", "stat=,args="], capture_output=True, text=True, check=True).stdout
    runs = [line for line in processes.splitlines() if str(folder) in line and not line.startswith("Z")]
    return runs + [str(path) for path in folder.iterdir()]


def wait_for_none_left(folder: Path, seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while found := left(folder):
        assert time.monotonic() < deadline, found
        time.sleep(0.05)
