"""Measure whether the tests notice when a guard of this repository is changed: mutants of five scripts, by mutmut.

mutmut wants the modules in ``src`` and the tests beside it, so the repository is laid out anew in a cache; which
modules and tests take part is in pyproject.toml, ``[tool.mutmut]``. Mutants that no test notices are listed in
docs/mutants.yaml, each with the reason why none can or need.

Exit status: 0 as listed, 1 a survivor is not listed, one is listed that does not survive, or fewer than
MINIMUM of a module's mutants are noticed, 2 mutmut does not run. It takes a quarter of an hour on two cores.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from problem import ProblemError
from proof import cores
from tools import tool
from yaml_text import read_records

ROOT = Path(__file__).resolve().parent.parent
LISTED = Path("docs/mutants.yaml")
MINIMUM = 0.9  # of the mutants of a module
LAID_OUT = ("LICENSE", "SKILL.md", "pyproject.toml", "references", "tests")
_NOTICED = ("killed", "timeout")


class MutantsError(Exception):
    """mutmut does not run, or the list of survivors is not in form."""


class Change(NamedTuple):
    """One mutant: its function, as ``module.function`` or ``module.Class.function``, and what became of a line."""

    function: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Measured:
    """How many mutants of each module there are and were noticed, and those that were not."""

    mutants: Mapping[str, int]
    noticed: Mapping[str, int]
    survivors: Counter[Change]


def lay_out(root: Path, folder: Path) -> None:
    """Copy what takes part into an empty folder, the scripts as ``src``."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(root / "scripts", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in LAID_OUT:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)


def measure(folder: Path, jobs: int) -> Measured:
    """Run mutmut in a folder that is laid out; its own progress is shown. MutantsError where it fails."""
    temporary = folder / "tmp"
    temporary.mkdir()
    try:
        command = [tool("mutmut"), "run", "--max-children", str(jobs)]
        run = subprocess.run(command, cwd=folder, env={**os.environ, "TMPDIR": str(temporary)}, check=False)
    except FileNotFoundError as error:
        raise MutantsError(f"{error}, with the group `mutation` of pyproject.toml") from error
    finally:
        end_left_behind(temporary)
    if run.returncode:
        raise MutantsError(f"mutmut: exit status {run.returncode}; its output tells why")
    states = [line.strip().rsplit(": ", 1) for line in _answer(folder, "results", "--all", "true").splitlines() if line]
    return Measured(
        Counter(name.partition(".")[0] for name, _ in states),
        Counter(name.partition(".")[0] for name, state in states if state in _NOTICED),
        Counter(change(name, _answer(folder, "show", name)) for name, state in states if state not in _NOTICED),
    )


def change(name: str, shown: str) -> Change:
    """Read what ``mutmut show`` says of a mutant: a unified diff of its function."""
    lines = [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    before, after = (" ".join(" ".join(line[1:] for line in lines if line[0] == mark).split()) for mark in "-+")
    module, _, mangled = name.partition(".")
    function = mangled.rpartition("__mutmut_")[0].removeprefix("x_").removeprefix("x\u01c1").replace("\u01c1", ".")
    return Change(f"{module}.{function}", before, after)


def end_left_behind(folder: Path) -> None:
    """End what works in a folder: a harness that is mutated may leave its examples behind. Linux only; others wait."""
    for link in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            if link.readlink().is_relative_to(folder):
                os.kill(int(link.parent.name), signal.SIGKILL)


def listed(path: Path) -> Counter[Change]:
    """Read the survivors that are listed; MutantsError for a file that is not in form."""
    try:
        groups = read_records(path, _changes, "write a list of {reason:, changes: [{in:, from:, to:}]}")
    except (OSError, ProblemError) as error:
        raise MutantsError(str(error)) from error
    return Counter(one for group in groups for one in group)


def _changes(group: Mapping[str, Any]) -> list[Change]:
    """Return the changes of a group, none of one without a reason."""
    changes = [Change(str(one["in"]), str(one["from"]), str(one["to"])) for one in group["changes"]]
    return changes if group["reason"] else []


def complaints(measured: Measured, known: Counter[Change]) -> list[str]:
    """Compare what survived with what is listed; return a line for each difference, and for each low share."""
    lines = [
        f"{name}: {measured.noticed[name] / count:.1%} of {count} mutants noticed, at least {MINIMUM:.0%}; add a test"
        for name, count in measured.mutants.items()
        if measured.noticed[name] < MINIMUM * count
    ]
    lines += _told(measured.survivors - known, f"survives; notice it in a test, or list it in {LISTED}")
    return lines + _told(known - measured.survivors, f"is listed and does not survive; delete it from {LISTED}")


def _told(changes: Iterable[Change], what: str) -> list[str]:
    return [f"{function}: `{before}` to `{after}`: {what}" for function, before, after in sorted(changes)]


def _answer(folder: Path, *arguments: str) -> str:
    return subprocess.run([tool("mutmut"), *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=cores(), metavar="N", help="mutants at once (%(default)s)")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "mutants", help="where they are laid out")
    options = parser.parse_args(arguments)
    folder: Path = options.cache.resolve()
    try:
        known = listed(ROOT / LISTED)
        lay_out(ROOT, folder)
        measured = measure(folder, options.jobs)
    except MutantsError as error:
        print(f"measure_mutants.py: {error}", file=sys.stderr)
        return 2
    table = Table("module", "mutants", "noticed", "share")
    for name, count in sorted(measured.mutants.items()):
        table.add_row(name, str(count), str(measured.noticed[name]), f"{measured.noticed[name] / count:.1%}")
    Console().print(table)
    found = complaints(measured, known)
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
