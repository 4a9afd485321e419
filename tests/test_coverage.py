"""Nothing that the first edition covered is dropped: every subject of it is found here, and the checklist is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from catalog import Catalog
from pages import Page

COVERAGE: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "tests" / "coverage.yaml").read_text())
SUBJECTS = {f"{group}/{name}": where for group, subjects in COVERAGE.items() for name, where in subjects.items()}
PAGES_TO_COME = {"planned: aiofiles", "planned: aiohttp", "planned: mongodb", "planned: asyncpg, mongodb"}
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
WITHOUT_AN_ENTRY_YET = 2  # lines on drivers, whose pages are to come


def anchors(path: Path) -> set[str]:
    return {heading.anchor for heading in Page(path.read_text(encoding="utf-8")).headings}


def test_every_subject_is_covered_or_planned() -> None:
    known = {
        path.relative_to(ROOT).as_posix(): anchors(path) for path in (*ROOT.glob("*.md"), *ROOT.glob("references/*.md"))
    }
    planned = {subject: where for subject, where in SUBJECTS.items() if where.startswith("planned:")}
    lost = {
        subject: where
        for subject, where in SUBJECTS.items()
        if subject not in planned and where.partition("#")[2] not in known.get(where.partition("#")[0], set())
    }
    assert lost == {}
    assert set(planned.values()) <= PAGES_TO_COME
    assert (len(SUBJECTS), len(planned)) == (243, 21)


def test_planned_pages_do_not_exist_yet() -> None:
    """A page that has come ends its subjects' plan; aiohttp's has come in part."""
    come = [page for page in ("aiofiles", "mongodb") if (ROOT / f"references/{page}.md").exists()]
    assert come == []


@pytest.fixture(scope="module")
def checklist() -> str:
    section = Page((ROOT / "SKILL.md").read_text(encoding="utf-8")).section("checklist")
    assert section
    return section


def test_checklist_is_whole(checklist: str) -> None:
    groups: list[tuple[str, int]] = []
    for line in checklist.splitlines():
        if line.startswith("**"):
            groups.append((line.strip("*"), 0))
        elif line.startswith("- [ ] "):
            groups[-1] = (groups[-1][0], groups[-1][1] + 1)
    assert tuple(groups) == CHECKLIST


def test_checklist_lines_lead_to_their_entries(checklist: str) -> None:
    lines = [line for line in checklist.splitlines() if line.startswith("- [ ] ")]
    assert len([line for line in lines if not Page(line).links]) == WITHOUT_AN_ENTRY_YET


def test_every_correction_is_in_the_table(catalog: Catalog) -> None:
    table = (ROOT / "references" / "corrections.md").read_text(encoding="utf-8")
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    declared = [correction for entry in catalog.entries if entry.bad for correction in entry.bad.declaration.corrects]
    assert len(rows) == len(declared)
    assert len(declared) >= 12
