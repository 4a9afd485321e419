"""The performance figures that the pages state: what each compares, and the bounds it must keep."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

LATENCY = 0.02  # seconds the server waits before it answers
REQUESTS = 100  # as many as aiohttp has connections by default
THREADS = 20
QUICK_REQUESTS = 200  # without latency: what they cost is the client's own work
LINES = 20_000
JOB = 2_000_000  # steps of one computation, 0.1 to 0.2 seconds
SHORT_JOB = JOB // 8
TRIES = 9  # of a short timing, in turn with those it is compared with; their median counts
PAUSE = 0.2  # seconds of a blocking call
BEAT = 0.005  # seconds between two beats of the heart
CALLS, TASKS, HOPS = 20_000, 500, 200  # operations in one timing, by their cost


class Kind(Enum):
    """What a ratio is of, and the heading of its panel in the plot."""

    SPEED = "times faster"
    COST = "times the cost"
    GAP = "longest gap of the loop, as a share of the work"


@dataclass(frozen=True, slots=True)
class Rule:
    """The bounds, both inclusive, within which the median of a claim's ratios must lie."""

    low: float = 0.0
    high: float = math.inf

    def admits(self, value: float) -> bool:
        """Say whether a ratio satisfies the rule; NaN satisfies none."""
        return self.low <= value <= self.high

    def __str__(self) -> str:
        if self.high == math.inf:
            return f"at least {self.low:g}"
        return f"between {self.low:g} and {self.high:g}" if self.low else f"at most {self.high:g}"


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that the pages state: what is compared, the rule it must satisfy, and how it is measured."""

    key: str
    kind: Kind
    text: str
    rule: Rule
    how: str


_WEB = "aiohttp on loopback, bodies read"
_CPU = f"pure Python, the ways in turn, median of {TRIES}"
_HEART = f"a second task that sleeps {BEAT * 1000:g} ms at a time"
CLAIMS = (
    Claim(
        "tasks",
        Kind.SPEED,
        f"{REQUESTS} requests in a task group, against one by one",
        Rule(5, 90),
        f"{_WEB}, one session, {LATENCY * 1000:g} ms latency",
    ),
    Claim(
        "threads",
        Kind.SPEED,
        f"{REQUESTS} requests in {THREADS} threads, against one by one",
        Rule(low=3),
        "the same server, `http.client`, one connection a thread; one by one as above",
    ),
    Claim(
        "tasks-threads",
        Kind.SPEED,
        f"{REQUESTS} requests in a task group, against {THREADS} threads",
        Rule(0.2, 5),
        "the two above",
    ),
    Claim(
        "session",
        Kind.SPEED,
        f"{QUICK_REQUESTS} requests in one session, against a session each",
        Rule(low=1.2),
        f"{_WEB}, one by one, no latency",
    ),
    Claim(
        "file",
        Kind.SPEED,
        f"{LINES:,} lines by one read in a thread, against aiofiles line by line",
        Rule(low=20),
        "`to_thread(path.read_text)` and `splitlines`; `async for line in file`",
    ),
    Claim("compute-gather", Kind.SPEED, "two computations in `gather`, against inline", Rule(0.67, 1.5), _CPU),
    Claim("compute-threads", Kind.SPEED, "two computations in two threads, against inline", Rule(0.5, 1.7), _CPU),
    Claim(
        "compute-processes",
        Kind.SPEED,
        "two computations in two processes, against inline",
        Rule(0.2, 3),
        f"{_CPU}; the pool is warm",
    ),
    Claim("await", Kind.COST, "a call that is awaited, against a plain call", Rule(low=1.1), f"{CALLS:,} in a loop"),
    Claim("task", Kind.COST, "a task, against a coroutine awaited at once", Rule(low=5), f"{TASKS} in a loop"),
    Claim(
        "hop", Kind.COST, "a `to_thread` hop, against a coroutine awaited at once", Rule(low=50), f"{HOPS} in a loop"
    ),
    Claim("debug", Kind.COST, "a task in debug mode, against a task", Rule(low=3), f"{TASKS} in a loop"),
    Claim("gap-sleep", Kind.GAP, "`time.sleep` in a coroutine", Rule(low=0.8), _HEART),
    Claim("gap-sleep-thread", Kind.GAP, "`time.sleep` in `to_thread`", Rule(high=0.4), _HEART),
    Claim("gap-compute", Kind.GAP, "two computations in a coroutine", Rule(low=0.8), _HEART),
    Claim("gap-compute-thread", Kind.GAP, "two computations in two threads", Rule(high=0.6), _HEART),
    Claim("gap-compute-process", Kind.GAP, "two computations in two processes", Rule(high=0.4), _HEART),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was measured for a claim: one ratio a round."""

    claim: Claim
    ratios: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.ratios)

    @property
    def holds(self) -> bool:
        return self.claim.rule.admits(self.median)

    @property
    def spread(self) -> str:
        """The ratios as a reader sees them: ``median (least-most)``."""
        median, least, most = map(self._number, (self.median, min(self.ratios), max(self.ratios)))
        return f"{median} ({least}-{most})"

    def _number(self, ratio: float) -> str:
        """Write the digits that mean something."""
        digits = 2 if self.claim.kind is Kind.GAP else 1 if ratio < 10 else 0
        return f"{ratio:,.{digits}f}"

    @property
    def verdict(self) -> str:
        return f"{'holds' if self.holds else 'fails'}: {self.claim.rule}"


class ClaimsError(Exception):
    """What is wrong with the page or the measurements: where, cause and cure."""

    def __init__(self, where: str, cause: str, cure: str) -> None:
        super().__init__(f"{where}: {cause}; {cure}")


def judge(ratios: Mapping[str, Sequence[float]], claims: Iterable[Claim] = CLAIMS) -> list[Finding]:
    """Return a finding for each claim, in order; ClaimsError where one was not measured."""
    findings = []
    for claim in claims:
        if not ratios.get(claim.key):
            raise ClaimsError(f"claim {claim.key!r}", "no ratio was measured", "let a round return it")
        findings.append(Finding(claim, tuple(ratios[claim.key])))
    return findings
