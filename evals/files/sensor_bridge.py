"""Brings the readings of a sensor bus into an asyncio service.

The vendor's library owns a thread of its own and calls back on it whenever a sensor has something to say. The
service keeps the latest reading of each sensor, wakes whoever waits for news, and writes an audit line for each
change that an operator asks for.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

log = logging.getLogger(__name__)

operator: contextvars.ContextVar[str] = contextvars.ContextVar("operator", default="nobody")


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, and the count of readings that the sensor has sent so far."""

    sensor: str
    value: float
    count: int


class Bus(Protocol):
    """The vendor's library. ``subscribe`` returns at once; ``configure`` takes a second and is no coroutine."""

    def subscribe(self, callback: Callable[[Reading], None]) -> None: ...

    def configure(self, sensor: str, settings: Mapping[str, float]) -> None: ...

    def stop(self) -> None: ...


class Audit(Protocol):
    """Keeps who changed what; called from wherever the change is made."""

    def write(self, who: str, what: str) -> None: ...


@dataclass(slots=True)
class Limits:
    """Between which values a sensor is in order."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass
class Bridge:
    """The latest readings, for the service's coroutines."""

    bus: Bus
    audit: Audit
    limits: Mapping[str, Limits] = field(default_factory=dict)
    latest: dict[str, Reading] = field(default_factory=dict)
    alarms: list[Reading] = field(default_factory=list)
    _news: dict[str, asyncio.Event] = field(default_factory=dict)
    _started: bool = False

    def start(self) -> None:
        """Begin to listen to the bus."""
        if self._started:
            raise RuntimeError("started already")
        self._started = True
        self.bus.subscribe(self._arrived)

    def stop(self) -> None:
        self.bus.stop()
        self._started = False

    def value(self, sensor: str) -> float | None:
        """Return the latest value of a sensor, None before its first."""
        reading = self.latest.get(sensor)
        return reading.value if reading else None

    async def next_reading(self, sensor: str) -> Reading:
        """Wait for a sensor's next reading and return it."""
        news = self._news.setdefault(sensor, asyncio.Event())
        await news.wait()
        return self.latest[sensor]

    async def settle(self, sensor: str, tolerance: float, readings: int = 3) -> float:
        """Wait until so many readings in a row differ by no more than the tolerance; return the last."""
        steady = 1
        before = await self.next_reading(sensor)
        while steady < readings:
            now = await self.next_reading(sensor)
            steady = steady + 1 if abs(now.value - before.value) <= tolerance else 1
            before = now
        return before.value

    async def configure(self, sensor: str, **settings: float) -> None:
        """Change a sensor's settings; the audit names the operator of the request."""
        unknown = settings.keys() - {"interval", "gain", "offset"}
        if unknown:
            raise ValueError(f"no such setting: {', '.join(sorted(unknown))}")
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, self._apply, sensor, settings)
        log.info("%s configured", sensor)

    def _apply(self, sensor: str, settings: Mapping[str, float]) -> None:
        """Talk to the bus, which blocks; the audit line stands before the change."""
        text = ", ".join(f"{name}={value:g}" for name, value in sorted(settings.items()))
        self.audit.write(operator.get(), f"{sensor}: {text}")
        self.bus.configure(sensor, settings)

    def _arrived(self, reading: Reading) -> None:
        """Take in a reading and wake whoever waits for it."""
        self.latest[reading.sensor] = reading
        limits = self.limits.get(reading.sensor)
        if limits and not limits.holds(reading.value):
            self.alarms.append(reading)
            log.warning("%s out of limits: %g", reading.sensor, reading.value)
        news = self._news.pop(reading.sensor, None)
        if news:
            news.set()
