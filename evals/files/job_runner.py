"""Runs jobs that a store hands out, a fixed number at a time.

The store leases a job: nobody else gets it until it is finished or released. A job that is neither is leased
again only after an hour, so every worker gives back what it cannot finish.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

log = logging.getLogger(__name__)

IDLE_PAUSE = 0.2  # seconds between two questions to an empty store
GRACE = 10.0  # seconds that workers get to end


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work: its number, the name of its handler, what the handler needs."""

    number: int
    name: str
    arguments: Mapping[str, str]


class Store(Protocol):
    """Where jobs come from. Each call is a round trip to a database."""

    async def lease(self) -> Job | None: ...

    async def finish(self, job: Job) -> None: ...

    async def release(self, job: Job, reason: str) -> None: ...


Handler = Callable[[Job], Awaitable[None]]


@dataclass(slots=True)
class Counters:
    """What the runner has done since it was started."""

    finished: int = 0
    failed: int = 0
    released: int = 0

    def line(self) -> str:
        return f"{self.finished} finished, {self.failed} failed, {self.released} released"


@dataclass
class Runner:
    """Some workers, each with at most one job."""

    store: Store
    handlers: Mapping[str, Handler]
    size: int = 4
    grace: float = GRACE
    counters: Counters = field(default_factory=Counters)
    _workers: set[asyncio.Task[None]] = field(default_factory=set)
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)

    def start(self) -> None:
        """Start the workers; they run until stop()."""
        if self._workers:
            raise RuntimeError("started already")
        for number in range(self.size):
            task = asyncio.create_task(self._work(), name=f"worker-{number}")
            self._workers.add(task)
            task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """Let the workers end what they do, then cancel them; return when none is left."""
        self._stopping.set()
        workers = set(self._workers)
        if not workers:
            return
        _, busy = await asyncio.wait(workers, timeout=self.grace)
        tries = 0
        while busy:
            tries += 1
            log.info("cancelling %d workers, attempt %d", len(busy), tries)
            for worker in busy:
                worker.cancel()
            _, busy = await asyncio.wait(busy, timeout=self.grace / 10)
        log.info("stopped: %s", self.counters.line())

    @property
    def busy(self) -> int:
        """Return how many workers still live."""
        return len(self._workers)

    def _ended(self, worker: asyncio.Task[None]) -> None:
        self._workers.discard(worker)
        if not worker.cancelled() and (error := worker.exception()):
            log.error("%s died", worker.get_name(), exc_info=error)

    async def _work(self) -> None:
        while not self._stopping.is_set():
            job = await self.store.lease()
            if job is None:
                await self._pause()
                continue
            done = False
            try:
                done = await self._run(job)
            finally:
                if done:
                    await self.store.finish(job)
                    self.counters.finished += 1
                else:
                    await self.store.release(job, "not finished")
                    self.counters.released += 1

    async def _run(self, job: Job) -> bool:
        """Return whether the handler did the job; a failure is logged and counted."""
        handler = self.handlers.get(job.name)
        if handler is None:
            log.error("no handler for %s", job.name)
            return False
        try:
            await handler(job)
        except Exception:
            self.counters.failed += 1
            log.exception("job %d (%s) failed", job.number, job.name)
            return False
        return True

    async def _pause(self) -> None:
        """Wait a little for new jobs, but not when the runner stops."""
        try:
            async with asyncio.timeout(IDLE_PAUSE):
                await self._stopping.wait()
        except TimeoutError:
            pass
