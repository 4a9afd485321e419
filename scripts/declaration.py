"""The declaration in the docstring of an example: what it may hold, and its types.

An example is a script whose docstring is one sentence for people, then a YAML mapping between two
``---`` lines for the harness, which declaration_parser.py reads.

    failure    bad.py: silent, exception, warning, blocks-loop, hang or leak; it fixes what ``expect`` must hold
    expect     what a run shows: ``exit`` (default 0; ``timeout`` for a hang), ``stdout`` (a text: all of it; a
               list: telling parts), ``stderr`` (telling parts; absent: empty), ``metrics`` (name: bound, of
               lines ``metric name=value``), ``within`` (seconds without an end that prove a hang);
               or a list of such maps by ``python:``, the first that fits, each with its own ``failure`` at need
    flags      interpreter flags, such as [-X, dev]
    requires   ``python`` (range), ``packages``, ``servers``, ``platform`` (posix)
    grep       bad.py: a ripgrep pattern, or {pattern:, multiline:, hits: [lines of other faces]}, or a list of
               them, or {none: what to read for}, also as one of a list
    marks      bad.py: [{pattern:, multiline:, ask:}], places where such a fault can sit, and what to ask there
    innocent   bad.py with a pattern: what makes a hit harmless, in a few words
    symptom    bad.py: what a user notices, words of SYMPTOMS; for a fault that says nothing itself
    lint       exactly the rules that report the marked statement (tool:rule); of a good.py its false alarms
    corrects   bad.py: [{said:, instead:}], what the first edition of the skill said wrongly
"""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from problem import ProblemError

SERVERS = {  # name -> the variable that leads to it
    "postgresql": "DATABASE_URL",
    "mongodb": "MONGODB_URI",
    "redis": "REDIS_URL",
}
PLATFORMS = ("posix",)
SYMPTOMS = {  # word -> what a user notices
    "frozen": "Everything stops while one thing works",
    "slow": "Slower than it has to be: waits add up one after another",
    "slow-under-load": "Fine with one request, slow or stuck with many",
    "hang": "Hangs, with no error",
    "hang-at-exit": "Does not end",
    "ctrl-c-ignored": "Ctrl-C or SIGTERM is ignored, or skips the clean-up",
    "not-stopped": "Goes on after a timeout, a cancellation or a failure",
    "lost-work": "Work disappears: never run, or cut off",
    "lost-error": "An error disappears, a failure looks like success",
    "wrong-data": "Wrong, lost or doubled data",
    "over-limit": "More at once, or more per second, than was allowed",
    "memory": "Memory grows",
    "leak": "Connections, sessions, files or tasks stay open",
    "late-cleanup": "Clean-up runs late, twice, half or not at all",
    "works-once": "Works the first time, then fails",
    "fails-in-suite": "A test passes alone and fails in the suite, or passes without testing",
    "unsafe": "Somebody gets in, or gets more than allowed",
}
INNOCENT_LENGTH = 90  # characters; the sweep has one line for a pattern
LINTERS = ("ruff", "flake8-async", "mypy", "pyright", "pylint")
HANG_WITHIN = 2.0  # seconds without an end, after everything declared came out, that prove a hang

_BOUND = re.compile(r"(>=|<=|==|>|<)\s*(-?\d+(?:\.\d+)?)")
_COMPARISONS = {">=": operator.ge, "<=": operator.le, "==": operator.eq, ">": operator.gt, "<": operator.lt}


class DeclarationError(ProblemError):
    """What is wrong in one example."""


class Role(StrEnum):
    """The three file names an entry may hold."""

    BAD = "bad"
    GOOD = "good"
    EXAMPLE = "example"


class Failure(StrEnum):
    """How an anti-pattern shows itself; it fixes what the expectation must hold."""

    SILENT = "silent"
    EXCEPTION = "exception"
    WARNING = "warning"
    BLOCKS_LOOP = "blocks-loop"
    HANG = "hang"
    LEAK = "leak"


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparison that a metric must satisfy, such as ``>= 0.8``."""

    operator: str
    limit: float

    @classmethod
    def parse(cls, text: str) -> Bound:
        """Read ``"<operator> <number>"``; ValueError for anything else."""
        match = _BOUND.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a bound")
        return cls(match[1], float(match[2]))

    def admits(self, value: float) -> bool:
        """Say whether a measured value satisfies the bound; NaN satisfies none."""
        return bool(_COMPARISONS[self.operator](value, self.limit))

    def __str__(self) -> str:
        return f"{self.operator} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one run must show: exit status, output, and metrics."""

    exit: int | Literal["timeout"] = 0
    stdout: str | tuple[str, ...] | None = None
    stderr: tuple[str, ...] = ()
    metrics: Mapping[str, Bound] = field(default_factory=dict)
    within: float = HANG_WITHIN
    python: SpecifierSet | None = None
    failure: Failure | None = None

    def fits(self, version: Version) -> bool:
        """Say whether it speaks of this interpreter; a pre-release counts as its final release."""
        return self.python is None or self.python.contains(version.base_version)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A ripgrep pattern that finds the fault in a code base.

    ``hits`` are lines of other faces of the fault, which bad.py does not show and the pattern finds.
    """

    pattern: str
    multiline: bool = False
    hits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A pattern that points to places where a fault can sit, and the question to ask there."""

    pattern: Pattern
    ask: str


@dataclass(frozen=True, slots=True)
class Requires:
    """What the machine must offer before the script can run."""

    python: SpecifierSet | None = None
    packages: tuple[Requirement, ...] = ()
    servers: tuple[str, ...] = ()
    platform: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What the original edition of the skill said, in our words, and what to do instead."""

    said: str
    instead: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """A parsed docstring. Where both stand, ``patterns`` find other faces than bad.py's; good.py has neither."""

    summary: str
    expectations: tuple[Expectation, ...]
    failure: Failure | None = None
    flags: tuple[str, ...] = ()
    requires: Requires = field(default_factory=Requires)
    patterns: tuple[Pattern, ...] = ()
    read_for: str | None = None
    lint: tuple[str, ...] = ()
    corrects: tuple[Correction, ...] = ()
    innocent: str | None = None
    marks: tuple[Mark, ...] = ()
    symptoms: tuple[str, ...] = ()

    def expectation_for(self, version: Version) -> Expectation | None:
        """Return the first expectation that fits the interpreter, or None."""
        return next((e for e in self.expectations if e.fits(version)), None)
