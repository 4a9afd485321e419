"""Keeps calls to a partner's interface within the partner's quota.

The partner counts requests in a window that slides: never more than ``most`` in any ``span`` seconds. Who goes over
it is locked out for a day, so it is the meter that decides when a call may start, for all tasks of the process.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


class QuotaExhausted(RuntimeError):
    """A call would have to wait longer than its caller is willing to."""


@dataclass(frozen=True, slots=True)
class Quota:
    """At most ``most`` starts in any ``span`` seconds."""

    most: int
    span: float

    def __post_init__(self) -> None:
        if self.most < 1 or self.span <= 0:
            raise ValueError(f"no quota: {self.most} in {self.span} s")

    @classmethod
    def parse(cls, text: str) -> Quota:
        """Read ``"30/60s"``: thirty in sixty seconds."""
        most, _, span = text.partition("/")
        return cls(int(most), float(span.removesuffix("s")))


@dataclass(slots=True)
class Usage:
    """What the meter has seen, for the status page."""

    started: int = 0
    waited: int = 0
    refused: int = 0
    longest_wait: float = 0.0


@dataclass
class Meter:
    """Lets calls start so that the quota holds."""

    quota: Quota
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    usage: Usage = field(default_factory=Usage)
    _starts: deque[float] = field(default_factory=deque)
    _pauses: int = 0

    @asynccontextmanager
    async def call(self, patience: float = 60.0) -> AsyncIterator[None]:
        """Wait until a call may start; QuotaExhausted where that takes longer than ``patience`` seconds."""
        await self.admit(patience)
        try:
            yield
        except PermissionError:
            # The partner counts differently after all: stand still for a whole window.
            self._penalise()
            raise

    async def admit(self, patience: float = 60.0) -> float:
        """Wait for a place in the window and take it; return how long it took, in seconds."""
        asked = self.clock()
        delay = self._delay(asked)
        if delay > patience:
            self.usage.refused += 1
            raise QuotaExhausted(f"{delay:.1f} s to wait, {patience:g} s at most")
        if delay > 0:
            self.usage.waited += 1
            log.debug("quota reached, waiting %.2f s", delay)
            await self.sleep(delay)
        now = self.clock()
        self._forget(now)
        self._starts.append(now)
        self.usage.started += 1
        self.usage.longest_wait = max(self.usage.longest_wait, now - asked)
        return now - asked

    async def run(self, function: Callable[[], Awaitable[T]], patience: float = 60.0) -> T:
        """Call a function when the quota allows it, and return what it returns."""
        async with self.call(patience):
            return await function()

    @property
    def free(self) -> int:
        """Return how many calls could start at this moment."""
        self._forget(self.clock())
        return max(0, self.quota.most - len(self._starts))

    def _delay(self, now: float) -> float:
        """Return the seconds until the oldest start that counts has left the window."""
        self._forget(now)
        if len(self._starts) < self.quota.most:
            return 0.0
        return self._starts[-self.quota.most] + self.quota.span - now

    def _forget(self, now: float) -> None:
        while self._starts and self._starts[0] + self.quota.span <= now:
            self._starts.popleft()

    def _penalise(self) -> None:
        self._pauses += 1
        now = self.clock()
        self._starts.extend([now] * self.quota.most)
        log.warning("refused by the partner, standing still for %g s", self.quota.span)


def meters_from(settings: dict[str, str]) -> dict[str, Meter]:
    """Make a meter for each partner, from lines such as ``{"geocoder": "30/60s"}``."""
    return {partner: Meter(Quota.parse(text)) for partner, text in settings.items()}
