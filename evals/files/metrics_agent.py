"""Collects counters of a service and sends them to a collector every few seconds.

The collector may be away for a while; counters are added up meanwhile, so nothing is lost but resolution. A report
whose answer was lost is sent again with the next one: counting twice is what the collector's owners prefer.
"""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

log = logging.getLogger(__name__)

EVERY = 5.0  # seconds between two reports
SEND_LIMIT = 2.0  # seconds for one report


@dataclass(frozen=True, slots=True)
class Settings:
    """Where reports go and what is added to each."""

    host: str
    labels: dict[str, str]

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Read the settings, once, before the event loop runs."""
        with open(path, encoding="utf-8") as stream:
            given = json.load(stream)
        return cls(given.get("host", socket.gethostname()), dict(given.get("labels", {})))


@dataclass
class Agent:
    """Counts, and reports what it counted; ``send`` hands one report to the collector."""

    settings: Settings
    send: Callable[[bytes], Awaitable[None]]
    spool: Path
    every: float = EVERY
    counts: Counter[str] = field(default_factory=Counter)
    _reports: set[asyncio.Task[bool]] = field(default_factory=set)

    def count(self, name: str, by: int = 1) -> None:
        """Count something; called from coroutines of the service."""
        self.counts[name] += by

    async def run(self) -> None:
        """Report until cancelled, and once more then."""
        try:
            while True:
                await asyncio.sleep(self.every)
                self.report_soon()
        finally:
            # SEND_LIMIT at most for each: the service's stop waits for this.
            await asyncio.gather(*self._reports, return_exceptions=True)
            await self._report()

    def report_soon(self) -> None:
        """Report in the background, so that a slow collector does not shift the next report."""
        if self._reports:
            return  # the last one is still under way and the counts wait for the next
        task = asyncio.create_task(self._report())
        self._reports.add(task)
        task.add_done_callback(self._reports.discard)

    async def _report(self) -> bool:
        """Send what was counted since the last report; return whether the collector has it."""
        counts, self.counts = self.counts, Counter()
        if not counts:
            return True
        body = json.dumps({"host": self.settings.host, **self.settings.labels, "counts": counts}).encode()
        try:
            async with asyncio.timeout(SEND_LIMIT):
                await self.send(body)
        except asyncio.CancelledError:
            self.counts.update(counts)
            raise
        except Exception as error:
            log.warning("no report: %r", error)
            self.counts.update(counts)
            return False
        return True

    async def write_spool(self) -> None:
        """Keep the counts on disk, for the next start: called once, after run() has ended.

        The disk may be slow, so a thread writes.
        """
        await asyncio.to_thread(self._write, dict(self.counts))

    async def read_spool(self) -> None:
        """Add what the last run could not report."""
        try:
            text = await asyncio.to_thread(self.spool.read_text, encoding="utf-8")
            self.counts.update(json.loads(text))
        except FileNotFoundError:
            return
        except ValueError as error:
            log.warning("spool: %r", error)

    def _write(self, counts: dict[str, int]) -> None:
        for attempt in range(3):
            try:
                self.spool.write_text(json.dumps(counts), encoding="utf-8")
                return
            except OSError as error:
                log.warning("spool: %r", error)
                time.sleep(0.1 * 2**attempt)
