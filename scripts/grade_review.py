"""Grade a reviewer's findings on the files of evals/: recall, false alarms, and how much was read.

A review is a JSON file:

    {"findings": [{"file": "evals/files/x.py", "line": 41, "what": "..."}], "read": ["SKILL.md", ...]}

``read`` names each file that was opened, or maps it to the characters that were read of it. What was planted,
and what is innocent though it tempts, stands in evals/planted.yaml:

    - file: evals/files/x.py
      planted:  [{name: kebab-case, lines: [38, 44], what: one sentence}]
      tempting: [{lines: [60, 66], why: one sentence}]

A planted defect is found when a finding points into its lines, or at most NEAR lines beside them. A finding
that points into tempting lines, or anywhere in a file without a planted defect, is a false alarm; any other is
listed to be judged by a person: a file of this length can hold a defect that nobody planted.

With --fixes, the review is of released files, and graded by a list of the defects that a later release fixed: what
lies elsewhere is always for a person to judge.

Exit status: 0 graded, 1 nothing was found that was planted, 2 used wrongly or a file is not in form.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import fixes
from fixes import NEAR
from problem import ProblemError
from yaml_text import read_records

ROOT = Path(__file__).resolve().parent.parent
PLANTED = Path("evals/planted.yaml")


@dataclass(frozen=True, slots=True)
class Spot:
    """Lines of a file, counted from 1, with what is true of them; ``also`` are other lines of which it is true."""

    first: int
    last: int
    text: str
    name: str = ""
    also: tuple[tuple[int, int], ...] = ()

    def near(self, line: int, slack: int = NEAR) -> bool:
        return any(first - slack <= line <= last + slack for first, last in ((self.first, self.last), *self.also))


@dataclass(frozen=True, slots=True)
class Task:
    """One file to review: what was planted in it or fixed later, and what tempts."""

    file: str
    planted: tuple[Spot, ...]
    tempting: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One complaint of a reviewer."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(slots=True)
class Grade:
    """What a review was worth; ``characters`` is None where the reviewer does not say what it read."""

    found: list[tuple[Task, Spot]] = field(default_factory=list)
    missed: list[tuple[Task, Spot]] = field(default_factory=list)
    false_alarms: list[Finding] = field(default_factory=list)
    to_judge: list[Finding] = field(default_factory=list)
    characters: int | None = None

    @property
    def planted(self) -> int:
        return len(self.found) + len(self.missed)


def load_tasks(root: Path) -> list[Task]:
    """Read evals/planted.yaml; ProblemError where a key is missing or a file does not exist."""
    tasks = read_records(root / PLANTED, _task, "write it as grade_review.py --help shows")
    for index, task in enumerate(tasks):
        if not (root / task.file).is_file():
            raise ProblemError(PLANTED, f"[{index}].file", f"no file {task.file}", "correct the path")
    return tasks


def load_fixed(path: Path) -> list[Task]:
    """Read a list of fixes as tasks; ProblemError where one is not in form."""
    found: dict[str, list[Spot]] = {}
    for fix in fixes.load(path):
        (first, last), *also = fix.places
        found.setdefault(fix.file, []).append(Spot(first, last, fix.what, fix.kind, tuple(also)))
    return [Task(file, tuple(spots)) for file, spots in found.items()]


def _task(item: Mapping[str, Any]) -> Task:
    planted = tuple(_spot(spot, "what", spot["name"]) for spot in item.get("planted", ()))
    tempting = tuple(_spot(spot, "why") for spot in item.get("tempting", ()))
    return Task(item["file"], planted, tempting)


def _spot(given: dict[str, Any], text: str, name: str = "") -> Spot:
    first, last = given["lines"]
    return Spot(int(first), int(last), str(given[text]), name)


def load_review(path: Path, root: Path) -> tuple[list[Finding], int | None]:
    """Read a review: its findings, and the characters that were read; ProblemError where it is not in form."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ProblemError(path, "file", f"cannot be read as JSON ({error})", "name a review in JSON") from error
    try:
        findings = [Finding(str(f["file"]), int(f["line"]), str(f["what"])) for f in data["findings"]]
    except (KeyError, TypeError, ValueError) as error:
        cure = 'write {"findings": [{"file": ..., "line": ..., "what": ...}]}'
        raise ProblemError(path, "findings", f"not in form ({error!r})", cure) from error
    return findings, _characters(path, data.get("read"), root)


def _characters(path: Path, read: Any, root: Path) -> int | None:
    if read is None:
        return None
    if isinstance(read, dict):
        return sum(int(count) for count in read.values())
    total = 0
    for name in read:
        if not (root / name).is_file():
            raise ProblemError(path, "read", f"no file {name!r}", "name files relative to the root")
        total += len((root / name).read_text(encoding="utf-8"))
    return total


def grade(tasks: Sequence[Task], findings: Sequence[Finding], characters: int | None = None) -> Grade:
    """Compare findings with what was planted. A finding counts once; one near a planted defect is no false alarm."""
    result = Grade(characters=characters)
    known = {task.file: task for task in tasks}
    for task in tasks:
        lines = [finding.line for finding in findings if finding.file == task.file]
        for spot in task.planted:
            (result.found if any(spot.near(line) for line in lines) else result.missed).append((task, spot))
    for finding in findings:
        judged = known.get(finding.file)
        if judged is None or any(spot.near(finding.line) for spot in judged.planted):
            continue
        innocent = not judged.planted or any(spot.near(finding.line, 0) for spot in judged.tempting)
        (result.false_alarms if innocent else result.to_judge).append(finding)
    return result


def _lines(result: Grade) -> Iterator[str]:
    for task, spot in result.missed:
        yield f"missed: {task.file}:{spot.first}: {spot.name}: {spot.text}"
    yield from (f"false alarm: {finding}" for finding in result.false_alarms)
    yield from (f"judge: {finding}" for finding in result.to_judge)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; see the module's docstring for the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reviews", nargs="+", type=Path, metavar="REVIEW", help="JSON files of reviews")
    parser.add_argument("--fixes", type=Path, metavar="FILE", help="grade by this list of fixes")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds evals/")
    options = parser.parse_args(arguments)
    table = Table("review", "found", "false alarms", "to judge", "characters read")
    grades = []
    try:
        tasks = load_fixed(options.fixes) if options.fixes else load_tasks(options.root)
        for path in options.reviews:
            result = grade(tasks, *load_review(path, options.root))
            grades.append(result)
            for line in _lines(result):
                print(f"{path.stem}: {line}")
            read = "not said" if result.characters is None else f"{result.characters}"
            counts = (f"{len(result.found)} of {result.planted}", str(len(result.false_alarms)))
            table.add_row(path.stem, *counts, str(len(result.to_judge)), read)
    except (ProblemError, OSError) as error:
        print(f"grade_review.py: {error}", file=sys.stderr)
        return 2
    Console().print(table)
    return 0 if any(result.found for result in grades) else 1


if __name__ == "__main__":
    sys.exit(main())
