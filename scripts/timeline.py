"""The record of a run that timeline_recorder.py wrote, and the axis on which several runs are drawn.

Places on the axis are seconds since the first event where time passes in a run, else turns of the tasks: where no
task sleeps and none blocks, the order of the turns is the point, and their lengths are noise.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

IDLE = 0.015  # seconds in which a loop only waits, and
LONG = 0.05  # seconds of one turn: time passes in a run that has either
HANG_ROOM = 0.2  # of the axis, after the last event, to show that a run goes on without end
TURN = 0.8  # of the room for a turn; the rest is a gap


class State(StrEnum):
    """What a stretch of a lane shows."""

    RUNNING = "runs"
    WAITING = "waits"
    KEPT = "could run, is kept waiting"
    BUSY = "loop runs callbacks"
    BLOCKED = "loop is blocked"
    HELD = "lock is held"
    LEVEL = "in use, or in the queue"
    WORKING = "thread works"


class Mark(StrEnum):
    """What a point of a lane shows."""

    RETURNED = "returned"
    CANCELLED = "cancelled"
    FAILED = "failed"
    ASKED = "cancel() called"
    UNFINISHED = "left unfinished"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``start`` to ``end`` on the axis; ``height`` is the share of the lane that it fills."""

    start: float
    end: float
    state: State
    text: str = ""
    height: float = 1.0


@dataclass(frozen=True, slots=True)
class Point:
    """A mark at a place of the axis."""

    at: float
    mark: Mark
    text: str = ""


@dataclass(slots=True)
class Lane:
    """One row of the picture; ``limit`` is the share of its height at which a queue or a semaphore is full."""

    name: str
    stretches: list[Stretch] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    limit: float | None = None
    endless: bool = False  # it goes on beyond the picture


@dataclass(frozen=True)
class Record:
    """The events of one run in order, ``at`` in seconds since the first; ``hangs``: it was ended from outside."""

    events: tuple[Mapping[str, Any], ...]
    hangs: bool

    @classmethod
    def parse(cls, text: str, *, hangs: bool) -> Record:
        """Read the lines of a record; the last may be cut off, where the script was ended."""
        events = [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("}\n")]
        start = events[0]["at"] if events else 0.0
        for event in events:
            event["at"] -= start
            if event.get("due") is not None:
                event["due"] = max(0.0, event["due"] - start)
        return cls(tuple(events), hangs)

    @cached_property
    def seconds(self) -> float:
        return max((event["at"] for event in self.events), default=0.0)

    @cached_property
    def turns(self) -> list[tuple[float, float]]:
        """When each turn of a task began and ended; the last may not have ended."""
        found: list[tuple[float, float]] = []
        for event in self.events:
            if event["what"] == "begin" and event["task"]:
                found.append((event["at"], self.seconds))
            elif event["what"] == "end" and event["task"] and found:
                found[-1] = (found[-1][0], event["at"])
        return found

    @cached_property
    def time_passes(self) -> bool:
        """Whether a loop waits, or is blocked, for longer than the machine's own hiccups last."""
        idle, ended = 0.0, 0.0
        for event in self.events:
            if event["what"] == "begin":
                idle += event["at"] - ended
            ended = event["at"]
        return idle >= IDLE or any(end - begin >= LONG for begin, end in self.turns)


class Axis:
    """The common axis of several runs: from 0 to ``length``, in seconds or in turns."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.in_seconds = any(record.time_passes for record in records)
        ended = max(record.seconds if self.in_seconds else float(len(record.turns)) for record in records)
        room = HANG_ROOM if any(record.hangs for record in records) else 0.0
        self.length = max(ended, 1e-6) * (1 + room)

    def place(self, record: Record, at: float) -> float:
        """Return where a time of a run stands."""
        if self.in_seconds:
            return at
        index = bisect_right(record.turns, (at, float("inf"))) - 1
        if index < 0:
            return 0.0
        begin, end = record.turns[index]
        return index + TURN * min(1.0, (at - begin) / max(end - begin, 1e-9))
