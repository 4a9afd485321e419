"""Nothing that the first edition covered is dropped: every subject of it is found here, and the checklist is whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from catalog import Catalog
from pages import Page

COVERAGE: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "tests" / "coverage.yaml").read_text())
PITFALLS = COVERAGE.pop("pitfalls")
LEFT_OUT = "left out: "
SUBJECTS = {f"{group}/{name}": where for group, subjects in COVERAGE.items() for name, where in subjects.items()}
CHECKLIST = (  # lines in each group of the first edition
    ("Syntax and structure", 6),
    ("Concurrency", 5),
    ("Event loop", 5),
    ("Exceptions", 5),
    ("Resources", 5),
    ("Timeouts and cancellation", 5),
    ("Libraries", 4),
    ("Frameworks", 4),
    ("Performance", 4),
    ("Type hints", 3),
)


def anchors(path: Path) -> set[str]:
    return {heading.anchor for heading in Page(path.read_text(encoding="utf-8")).headings}


def lost(places: Mapping[str, str]) -> dict[str, str]:
    """Return what leads to no heading of a page."""
    known = {
        path.relative_to(ROOT).as_posix(): anchors(path) for path in (*ROOT.glob("*.md"), *ROOT.glob("references/*.md"))
    }
    return {
        subject: where
        for subject, where in places.items()
        if where.partition("#")[2] not in known.get(where.partition("#")[0], set())
    }


def test_every_subject_of_the_first_edition_is_covered() -> None:
    assert lost(SUBJECTS) == {}
    assert len(SUBJECTS) == 243


def test_known_pitfalls_are_covered_or_left_out_with_a_reason() -> None:
    left_out = {name: where for name, where in PITFALLS.items() if where.startswith(LEFT_OUT)}
    assert lost({name: where for name, where in PITFALLS.items() if name not in left_out}) == {}
    assert all(len(reason) > len(LEFT_OUT) + 10 for reason in left_out.values())
    assert len(PITFALLS) == 164
    assert len(PITFALLS) - len(left_out) >= 150


@pytest.fixture(scope="module")
def checklist() -> list[str]:
    return (ROOT / "references" / "checklist.md").read_text(encoding="utf-8").splitlines()


def test_checklist_is_whole(checklist: list[str]) -> None:
    groups: list[tuple[str, int]] = []
    for line in checklist:
        if line.startswith("## "):
            groups.append((line.removeprefix("## "), 0))
        elif line.startswith("- [ ] "):
            groups[-1] = (groups[-1][0], groups[-1][1] + 1)
    assert tuple(groups) == CHECKLIST


def test_checklist_lines_lead_to_their_entries(checklist: list[str]) -> None:
    lines = [line for line in checklist if line.startswith("- [ ] ")]
    assert [line for line in lines if not Page(line).links] == []


def test_every_correction_is_in_the_table(catalog: Catalog) -> None:
    table = (ROOT / "references" / "corrections.md").read_text(encoding="utf-8")
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    declared = [correction for entry in catalog.entries if entry.bad for correction in entry.bad.declaration.corrects]
    assert len(rows) == len(declared)
    assert len(declared) >= 12
