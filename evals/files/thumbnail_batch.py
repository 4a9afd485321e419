"""Makes thumbnails of the pictures of one order: fetched from a store, scaled in processes, written back.

An order holds at most 40 pictures, which the web shop enforces. Any picture that fails, fails the batch: the caller
runs it again, and every step may be repeated.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Protocol

log = logging.getLogger(__name__)

MOST = 40  # pictures in one order
READERS = 4


class Store(Protocol):
    """Pictures by name. ``connect`` gives a connection that serves one request at a time."""

    def connect(self) -> Connection: ...


class Connection(Protocol):
    """A connection to the store."""

    async def __aenter__(self) -> Connection: ...

    async def __aexit__(self, *details: object) -> None: ...

    async def read(self, name: str) -> bytes: ...

    async def write(self, name: str, data: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was fetched."""

    name: str
    data: bytes


class TooMany(ValueError):
    """An order with more pictures than there can be."""


@dataclass
class Batch:
    """Thumbnails of one order; ``scale`` runs in a worker of ``pool``, which the service made and closes."""

    store: Store
    pool: Executor
    scale: Callable[[bytes], bytes]
    done: list[str] = field(default_factory=list)

    async def run(self, names: Sequence[str]) -> list[str]:
        """Make all thumbnails; return their names in the order of the pictures."""
        names = list(dict.fromkeys(names))
        if len(names) > MOST:
            raise TooMany(f"{len(names)} pictures, at most {MOST}")
        fetched: asyncio.Queue[Picture] = asyncio.Queue()  # never more than the names of one order
        waiting: asyncio.Queue[str] = asyncio.Queue()
        for name in names:
            waiting.put_nowait(name)
        async with asyncio.TaskGroup() as group:
            for _ in range(min(READERS, len(names))):
                group.create_task(self._fetch(waiting, fetched))
            scaling = group.create_task(self._scale_all(fetched, len(names)))
        await self._write(scaling.result())
        return [self._thumbnail(name) for name in names]

    async def _fetch(self, waiting: asyncio.Queue[str], fetched: asyncio.Queue[Picture]) -> None:
        """Fetch pictures over one connection until no name is left."""
        async with self.store.connect() as connection:
            while not waiting.empty():
                name = waiting.get_nowait()  # nothing awaits since empty() was asked
                fetched.put_nowait(Picture(name, await connection.read(name)))

    async def _scale_all(self, fetched: asyncio.Queue[Picture], count: int) -> dict[str, bytes]:
        """Scale pictures as they come, side by side: the pool bounds how many run at once."""
        loop = asyncio.get_running_loop()
        scaled: dict[str, asyncio.Future[bytes]] = {}
        try:
            for _ in range(count):
                picture = await fetched.get()
                scaled[picture.name] = loop.run_in_executor(self.pool, self.scale, picture.data)
            await asyncio.gather(*scaled.values())
            return {name: future.result() for name, future in scaled.items()}
        finally:
            for future in scaled.values():
                future.cancel()  # what the pool has not begun, where one failed

    async def _write(self, thumbnails: dict[str, bytes]) -> None:
        """Write one after the other: they share a connection, which serves one request at a time."""
        async with self.store.connect() as connection:
            for name, data in thumbnails.items():
                await connection.write(self._thumbnail(name), data)
                self.done.append(name)

    @staticmethod
    def _thumbnail(name: str) -> str:
        stem, _, ending = name.rpartition(".")
        return f"{stem or name}.small.{ending or 'jpg'}"
