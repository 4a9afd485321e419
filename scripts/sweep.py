"""The sweep: which patterns a reviewer searches for, together, in which order, and what their hits are worth.

A family is what one Grep finds: the patterns of some topics, joined. What a pattern costs and is worth is
measured, not believed: ``scripts/measure_sweep.py`` counts its hits in well-known projects, and a sample of
them has been judged by reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalog import Catalog, Entry
from declaration import Pattern
from problem import ProblemError
from ripgrep import joined
from yaml_text import read_records

NOISE = Path("evals/sweep/noise.json")
JUDGED = Path("evals/sweep/judged.yaml")
# What one search covers, by title: its topics. Every topic with a pattern stands here once.
GROUPS: Mapping[str, Sequence[str]] = {
    "Coroutines that nobody awaits": (
        *("coroutines", "unawaited-conditions", "async-callables", "coroutine-reuse", "coroutine-arguments"),
        *("returned-coroutines", "await-errors", "async-for", "async-with"),
    ),
    "Tasks and who owns them": (
        *("tasks", "task-start", "hand-over", "supervision", "exceptions", "concurrency", "task-groups"),
        *("exception-groups", "except-star", "gather-failures", "gather-results", "waiting", "first-of-several"),
    ),
    "Cancellation and deadlines": (
        *("cancellation", "swallowed-in-loops", "uncancel", "cleanup", "stopping-tasks", "half-done-operations"),
        *("timeouts", "deadlines", "missing-timeouts", "shield", "shared-tasks"),
    ),
    "Shared state": (
        "races",
        "shared-state",
        "single-flight",
        "locks",
        "lock-scope",
        "locks-across-loops",
        "conditions",
        "lost-wakeups",
    ),
    "Bounds and retries": (
        *("limits", "fan-out", "multiplied-load", "rates", "queues", "queue-workers", "queue-shutdown", "retries"),
        *("circuit-breaker", "hidden-serialisation", "serial-stages"),
    ),
    "Resources and generators": (
        *("resources", "context-managers", "context-manager-exits", "exit-stacks", "async-iteration"),
        *("async-generators", "generator-cleanup", "yield-in-scope"),
    ),
    "Blocking calls": ("blocking", "blocking-io", "blocking-clients", "computation", "thread-waits"),
    "Threads, processes, context": (
        *("threads", "executors", "thread-pools", "context-variables", "context-leaks", "processes", "process-jobs"),
        *("process-failures", "forks"),
    ),
    "Loops, start and stop": (
        *("event-loop", "current-loop", "hand-made-loops", "signals", "shutdown", "debugging", "stuck-programs"),
        *("watching", "suspension", "outdated-code", "misleading-annotations", "type-hints", "measuring"),
    ),
    "Tests": (
        *("testing", "test-loops", "test-doubles", "test-leftovers", "testing-time", "testing-races"),
        *("testing-errors", "anyio-cancellation"),
    ),
    "Streams and child processes": ("streams", "stream-reading", "stream-server", "subprocesses", "subprocess-kill"),
}
LIBRARIES: Mapping[str, Sequence[str]] = {
    "aiohttp": (
        *("aiohttp", "aiohttp-requests", "aiohttp-responses", "aiohttp-timeouts", "aiohttp-server"),
        *("aiohttp-disconnects", "fetch-many"),
    ),
    "httpx": ("httpx",),
    "aiofiles": ("aiofiles",),
    "SQL": (
        *("asyncpg", "asyncpg-queries", "asyncpg-speed", "psycopg", "psycopg-transactions", "sqlalchemy"),
        *("sqlalchemy-sessions", "shared-connections"),
    ),
    "MongoDB": ("mongodb", "mongodb-queries", "motor"),
    "Redis": ("redis", "redis-blocking", "redis-pipelines", "redis-races", "redis-retries"),
    "FastAPI and Starlette": (
        *("fastapi", "fastapi-dependencies", "fastapi-background", "fastapi-streaming", "fastapi-middleware"),
        *("fastapi-lifespan", "fastapi-tests"),
    ),
    "Django": ("django", "django-sync-to-async", "django-middleware", "django-asgi"),
    "websockets": ("websockets", "websockets-broadcast", "websockets-closing"),
    "uvloop": ("uvloop",),
}
PER = 10_000  # lines; noise is given as hits per so many


@dataclass(frozen=True, slots=True)
class Measurements:
    """What was counted and judged: hits by pattern, lines searched, and verdicts by entry."""

    lines: int = 0
    projects: int = 0
    hits: Mapping[str, int] = field(default_factory=dict)
    verdicts: Mapping[str, Sequence[bool]] = field(default_factory=dict)  # entry -> whether a hit deserved a look
    mark_verdicts: Mapping[str, Sequence[bool]] = field(default_factory=dict)  # the same for hits of its marks

    def share(self, entry: Entry) -> float:
        """Return the share of an entry's judged hits that deserved a look, one half where none was judged."""
        verdicts = self.verdicts.get(entry.name) or (True, False)
        return sum(verdicts) / len(verdicts)

    def noise(self, pattern: Pattern) -> float | None:
        """Return the hits per 10,000 lines of the measured projects; None where it was not measured."""
        count = self.hits.get(pattern.pattern)
        return None if count is None or not self.lines else count * PER / self.lines


def load(root: Path) -> Measurements:
    """Read both files of measurements; a file that is not there leaves its part empty."""
    counted = _counts(root / NOISE)
    verdicts: dict[str, list[bool]] = {}
    mark_verdicts: dict[str, list[bool]] = {}
    cure = "write entry: and verdict: look or innocent"
    judged = read_records(root / JUDGED, _judgement, cure) if (root / JUDGED).exists() else []
    for entry, look, mark in judged:
        (mark_verdicts if mark else verdicts).setdefault(entry, []).append(look)
    return Measurements(
        counted.get("lines", 0), counted.get("projects", 0), counted.get("hits", {}), verdicts, mark_verdicts
    )


def _judgement(item: Mapping[str, Any]) -> tuple[str, bool, bool]:
    """Return the entry, whether the hit deserved a look, and whether it is one of the entry's marks."""
    return item["entry"], {"look": True, "innocent": False}[item["verdict"]], bool(item.get("mark"))


def _counts(path: Path) -> Mapping[str, Any]:
    try:
        counted: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        cure = "measure again: scripts/measure_sweep.py"
        raise ProblemError(path, "file", f"cannot be read ({error})", cure) from error
    return counted


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a family with its patterns."""

    entry: Entry
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """What one search finds: entries whose patterns are joined, all of one line or all of several."""

    title: str
    multiline: bool
    rows: tuple[Row, ...]

    @property
    def pattern(self) -> Pattern:
        unique = dict.fromkeys(pattern for row in self.rows for pattern in row.patterns)
        return joined(Pattern(pattern.pattern, pattern.multiline) for pattern in unique)


FIRST_CHARACTERS = 2_400  # of patterns, names and phrases in the first pass; a reviewer reads it at every use
FIRST_SHARE = 0.25  # of the judged hits of an entry of the first pass that deserved a look, at least


def first_pass(catalog: Catalog, measured: Measurements) -> frozenset[str]:
    """Choose the entries to search for first: the most hits worth a look for the characters they cost."""
    worth: dict[str, float] = {}
    cost: dict[str, int] = {}
    share: dict[str, float] = {}
    for family in families(catalog, GROUPS):
        for row in family.rows:
            assert row.entry.bad is not None
            name, innocent = row.entry.name, row.entry.bad.declaration.innocent or ""
            hits = sum(measured.noise(pattern) or 0 for pattern in row.patterns)
            share[name] = measured.share(row.entry)
            worth[name] = worth.get(name, 0) + hits * share[name]
            length = sum(len(pattern.pattern) for pattern in row.patterns)
            cost[name] = cost.get(name, len(row.entry.title) + len(innocent)) + length
    chosen: set[str] = set()
    left = FIRST_CHARACTERS
    for name in sorted(worth, key=lambda name: -worth[name] / cost[name]):
        if worth[name] and share[name] >= FIRST_SHARE and cost[name] <= left:
            chosen.add(name)
            left -= cost[name]
    return frozenset(chosen)


def families(catalog: Catalog, groups: Mapping[str, Sequence[str]]) -> Iterator[Family]:
    """Yield the families of some groups (title -> topics), a search of single lines before one of several."""
    topics = catalog.topics()
    for title, names in groups.items():
        entries = [entry for name in names for entry in topics.get(name, ()) if entry.bad]
        for multiline in (False, True):
            rows = []
            for entry in entries:
                assert entry.bad is not None
                patterns = tuple(p for p in entry.bad.declaration.patterns if p.multiline is multiline)
                if patterns:
                    rows.append(Row(entry, patterns))
            if rows:
                yield Family(title, multiline, tuple(rows))
