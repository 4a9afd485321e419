"""Telephone lines to a text-to-speech machine: few, slow to set up, and billed while they are open.

A line is lent to one call at a time. An idle line may have been cut by the machine, so it is asked whether it still
answers before it is lent again.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol

log = logging.getLogger(__name__)

TRUSTED = 5.0  # seconds for which an idle line needs no question


class Line(Protocol):
    """A line to the machine."""

    async def alive(self) -> bool: ...

    async def speak(self, text: str) -> None: ...

    async def hang_up(self) -> None: ...


class PoolClosed(RuntimeError):
    """Lines are no longer lent."""


@dataclass(frozen=True, slots=True)
class Idle:
    """A line that nobody uses, and since when."""

    line: Line
    since: float


@dataclass(slots=True)
class Usage:
    """What the pool has done."""

    dialled: int = 0
    lent: int = 0
    found_dead: int = 0


@dataclass
class LinePool:
    """At most ``size`` lines; ``dial`` sets one up."""

    dial: Callable[[], Awaitable[Line]]
    size: int
    clock: Callable[[], float] = time.monotonic
    usage: Usage = field(default_factory=Usage)
    _idle: deque[Idle] = field(default_factory=deque)
    _closed: bool = False

    def __post_init__(self) -> None:
        self._places = asyncio.Semaphore(self.size)

    @asynccontextmanager
    async def line(self) -> AsyncIterator[Line]:
        """Lend a line for the length of a block; one that failed in it is not lent again."""
        line = await self.take()
        try:
            yield line
        except BaseException:
            await self._discard(line)
            raise
        else:
            self.give_back(line)

    async def take(self) -> Line:
        """Wait for a place and return a line that answers."""
        await self._places.acquire()
        if self._closed:
            self._places.release()
            raise PoolClosed("the pool is closed")
        line = await self._reuse()
        if line is None:
            try:
                line = await self.dial()
            except BaseException:
                self._places.release()
                raise
            self.usage.dialled += 1
        self.usage.lent += 1
        return line

    def give_back(self, line: Line) -> None:
        """Take back a line that is in order."""
        self._idle.append(Idle(line, self.clock()))
        self._places.release()

    async def close(self) -> None:
        """Hang up the idle lines; lent ones are hung up when they come back."""
        self._closed = True
        while self._idle:
            await self._hang_up(self._idle.pop().line)

    @property
    def lent(self) -> int:
        return self.size - self._places._value

    async def _reuse(self) -> Line | None:
        """Return an idle line that answers, the one used last first; None where there is none."""
        while self._idle:
            idle = self._idle.pop()
            if self.clock() - idle.since < TRUSTED or await idle.line.alive():
                return idle.line
            self.usage.found_dead += 1
            await self._hang_up(idle.line)
        return None

    async def _discard(self, line: Line) -> None:
        try:
            await self._hang_up(line)
        finally:
            self._places.release()

    async def _hang_up(self, line: Line) -> None:
        try:
            await line.hang_up()
        except OSError as error:
            log.info("hanging up: %r", error)
