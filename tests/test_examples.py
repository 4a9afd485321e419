"""Every entry is proved: it runs as declared, its pattern finds it, the linters see what it says they see."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

import lint_rules
import proof
import search_patterns
from catalog import Catalog, Entry, Script
from proof import Status


def test_the_catalogue_reads_without_a_problem(catalog: Catalog) -> None:
    assert [str(problem) for problem in catalog.problems] == []
    assert len([entry for entry in catalog.entries if entry.bad]) >= 20


def test_script_does_what_it_declares_and_its_twin_does_not(script: Script, report: proof.Report) -> None:
    result = next(result for result in report.results if result.script.path == script.path)
    if result.status is Status.SKIPPED and result.declared:
        pytest.skip(str(result.reason))
    assert result.status is Status.PASSED, result.reason or "\n".join(result.complaints)


def test_pattern_finds_the_fault_and_not_its_cure(entry: Entry) -> None:
    complaints = search_patterns.complaints(entry)
    assert not complaints, "\n".join(complaints)


def test_linters_report_exactly_what_is_declared(
    script: Script, findings: Mapping[PurePosixPath, frozenset[str]]
) -> None:
    complaints = lint_rules.complaints(script, findings[script.path])
    assert not complaints, "\n".join(complaints)


def test_pair_differs_little(entry: Entry) -> None:
    """Hold the twins together: a reader of the diff sees the cure and nothing else."""
    if not (entry.bad and entry.good):
        return
    bad, good = (script.source.splitlines()[script.docstring_end :] for script in (entry.bad, entry.good))
    kept = len(set(bad) & set(good)) / len(set(bad))
    assert kept >= 0.5, f"only {kept:.0%} of bad.py's lines are in good.py"
