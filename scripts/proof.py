"""Proves entries by running them: bad.py fails as declared, good.py works, and neither passes for the other.

The scripts run side by side under one semaphore; what takes longest by declaration starts first.
"""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from packaging.requirements import Requirement

import harness
import servers
from catalog import Entry, Script
from declaration import Expectation, Role

Run = Callable[[Sequence[str], Expectation, Mapping[str, str]], Awaitable[harness.Outcome]]


class Status(StrEnum):
    """What came of one script."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(slots=True)
class Result:
    """What came of one script over all its repetitions. ``seconds`` is the wall time of its longest run."""

    script: Script
    status: Status = Status.PASSED
    complaints: list[str] = field(default_factory=list)
    seconds: float = 0.0
    runs: int = 0
    failures: int = 0
    reason: str | None = None  # of a skip
    declared: bool = True  # a skip that the declaration foresees; False where the machine lacks a package


@dataclass(frozen=True, slots=True)
class Report:
    """All results, in catalogue order, with the run's own cost in seconds.

    ``lower_bound`` is the least the machine could have needed: all CPU time of the scripts spread over
    its cores, or the slowest script, whichever is larger.
    """

    results: tuple[Result, ...]
    seconds: float
    cpu_seconds: float
    cores: int

    @property
    def lower_bound(self) -> float:
        slowest = max((result.seconds for result in self.results), default=0.0)
        return max(self.cpu_seconds / self.cores, slowest)

    @property
    def ratio(self) -> float:
        """Wall time divided by the lower bound; 1 is perfect."""
        return self.seconds / self.lower_bound if self.lower_bound else 1.0

    def having(self, status: Status) -> list[Result]:
        return [result for result in self.results if result.status is status]


def packages_of(entries: Iterable[Entry]) -> list[Requirement]:
    """Return every package that some script of these entries requires."""
    return [r for entry in entries for script in entry.scripts for r in script.declaration.requires.packages]


async def interpreter(executable: str, entries: Iterable[Entry]) -> harness.Interpreter:
    """Ask an interpreter what it offers to the scripts of these entries, or InterpreterError."""
    return await harness.probe(executable, sorted({requirement.name for requirement in packages_of(entries)}))


def end_on_sigterm() -> None:
    """Cancel the current task on SIGTERM, so that what it started is ended too, as on Ctrl-C."""
    this = asyncio.current_task()
    assert this is not None
    with suppress(NotImplementedError):  # Windows has no signal handlers; Ctrl-C works without
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, this.cancel)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


async def prove(
    entries: Sequence[Entry],
    root: Path,
    interpreter: harness.Interpreter,
    *,
    jobs: int,
    repeat: int = 1,
    on_result: Callable[[Result], None] = lambda result: None,
    run: Run = harness.run,
) -> Report:
    """Run every script of the entries ``repeat`` times, at most ``jobs`` at once, and judge them.

    ``on_result`` is called as each script is settled. ``run`` runs one: the harness, or what watches it
    at work. The servers that they require run meanwhile.
    Cancelling ends all that still runs. ServerError where a server cannot be started.
    """
    started, cpu_before = time.perf_counter(), _children_cpu_seconds()
    semaphore = asyncio.Semaphore(jobs)
    scripts = [(entry, script) for entry in entries for script in entry.scripts]
    results = {script.path: _initial_result(script, interpreter) for _, script in scripts}

    async def settle(entry: Entry, script: Script) -> None:
        result = results[script.path]
        if result.status is not Status.SKIPPED:
            await _repeat(entry, script, result, root, interpreter, semaphore, repeat, environment, run)
        on_result(result)

    needed = {
        name
        for result in results.values()
        for name in result.script.declaration.requires.servers
        if result.status is not Status.SKIPPED
    }
    async with servers.running(needed) as environment, asyncio.TaskGroup() as group:
        for entry, script in sorted(scripts, key=lambda pair: -expected_wait(pair[1])):
            group.create_task(settle(entry, script), name=str(script.path))
    seconds = time.perf_counter() - started
    return Report(tuple(results.values()), seconds, _children_cpu_seconds() - cpu_before, cores())


def _initial_result(script: Script, interpreter: harness.Interpreter) -> Result:
    """Return the result that a script begins with: passed until a run says otherwise, or skipped."""
    reason, declared = _why_not(script, interpreter)
    status = Status.SKIPPED if reason else Status.PASSED
    return Result(script, status, reason=reason, declared=declared)


async def _repeat(
    entry: Entry,
    script: Script,
    result: Result,
    root: Path,
    interpreter: harness.Interpreter,
    semaphore: asyncio.Semaphore,
    repeat: int,
    environment: Mapping[str, str],
    run: Run,
) -> None:
    """Run one script ``repeat`` times, one run after the other, and fill its result."""
    expected = script.declaration.expectation_for(interpreter.version)
    assert expected is not None  # _why_not() skips a script without one
    twin = _twin_expectation(entry, script, interpreter)
    command = [interpreter.executable, "-u", *script.declaration.flags, str(root / script.path)]
    for _ in range(repeat):
        async with semaphore:
            outcome = await run(command, expected, environment)
        complaints = harness.judge(expected, outcome)
        if twin and not complaints and not harness.judge(twin, outcome):
            complaints = [f"it also meets what its twin declares: {entry.title} tells nothing apart"]
        result.runs += 1
        result.seconds = max(result.seconds, outcome.seconds)
        if complaints:
            result.failures += 1
            result.status = Status.FAILED
            result.complaints = result.complaints or complaints


def _twin_expectation(entry: Entry, script: Script, interpreter: harness.Interpreter) -> Expectation | None:
    other = {Role.BAD: entry.good, Role.GOOD: entry.bad}.get(script.role)
    return other.declaration.expectation_for(interpreter.version) if other else None


def _why_not(script: Script, interpreter: harness.Interpreter) -> tuple[str | None, bool]:
    """Return why the script cannot run here (None if it can) and whether its declaration foresees that."""
    requires, version = script.declaration.requires, interpreter.version
    if requires.python is not None and not requires.python.contains(version.base_version):
        return f"needs Python {requires.python}", True
    if requires.platform is not None and requires.platform != os.name:
        return f"needs a {requires.platform} system", True
    if script.declaration.expectation_for(version) is None:
        return f"no expectation fits Python {version}", False
    missing = [str(package) for package in requires.packages if interpreter.lacks(package)]
    if missing:
        return f"needs {', '.join(missing)}", False
    return None, True


def expected_wait(script: Script) -> float:
    """Return a weight to start the longest runs first: hangs, in seconds, then what imports packages."""
    hang = max((e.within for e in script.declaration.expectations if e.exit == "timeout"), default=0.0)
    return hang + len(script.declaration.requires.packages)


def _children_cpu_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
