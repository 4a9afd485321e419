"""The sweep joins the patterns, orders them by what they are worth, and is measured on code that others wrote."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, House

import fixes
import measure_reach
import measure_sweep
import ripgrep
import search_patterns
import sweep
import tables
from catalog import Catalog, load
from declaration import Pattern
from problem import ProblemError
from ripgrep import joined, search
from sweep import GROUPS, JUDGED, LIBRARIES, NOISE, Measurements, families


def test_joined_pattern_finds_what_each_finds(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("time.sleep(1)\nopen('x')\nnothing\nfinally:\n    return\n")
    single = joined([Pattern(r"time\.sleep\("), Pattern(r"^open\(|^close\(")])
    assert search(single, tmp_path) == {"a.py": [range(1, 2), range(2, 3)]}
    several = joined([Pattern(r"finally:\n\s+return", multiline=True), Pattern(r"sleep\(1\)\nopen", multiline=True)])
    assert search(several, tmp_path) == {"a.py": [range(1, 3), range(4, 6)]}


def test_refused_pattern_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"ripgrep refuses '\('"):
        search(Pattern("("), tmp_path)


def test_every_search_of_the_sweep_works_and_finds_its_entries(catalog: Catalog, tmp_path: Path) -> None:
    for number, family in enumerate((*families(catalog, GROUPS), *families(catalog, LIBRARIES))):
        for row in family.rows:
            assert row.entry.bad
            folder = tmp_path / str(number) / row.entry.name
            folder.mkdir(parents=True)
            lines = [line for pattern in row.patterns for line in pattern.hits]
            (folder / "faces.py").write_text("\n\n".join([row.entry.bad.source, *lines]) + "\n")
        found = search(family.pattern, tmp_path / str(number))
        missing = {row.entry.name for row in family.rows} - {path.split("/")[0] for path in found}
        assert not missing, f"{family.title}: {missing}"


def test_every_topic_with_a_pattern_is_in_one_group(catalog: Catalog) -> None:
    placed = [topic for groups in (GROUPS, LIBRARIES) for topics in groups.values() for topic in topics]
    assert len(placed) == len(set(placed))
    with_pattern = {e.topic for e in catalog.entries if e.bad and e.bad.declaration.patterns}
    assert with_pattern - set(placed) == set(), "put the topic into a group of scripts/sweep.py"
    assert set(placed) - set(catalog.topics()) == set()


def test_most_telling_family_comes_first(house: House) -> None:
    catalog = load(house.root)
    measured = Measurements(10_000, 1, {r"^\s+pass\b": 25}, {"lost-write": [True, True, False]})
    (family,) = families(catalog, {"Stock": ["stock"]})
    lines = list(tables._family(family, measured))
    assert lines == ["**Stock**: `^\\s+pass\\b`", "", "- stock#lost-write, 25, 2/3: nobody reads it"]


def test_first_pass_takes_what_is_worth_most_for_its_length(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweep, "GROUPS", {"Stock": ["stock"]})
    pattern = r"^\s+pass\b"
    catalog = load(house.root)
    assert sweep.first_pass(catalog, Measurements(10_000, 1, {pattern: 25})) == {"lost-write"}
    assert sweep.first_pass(catalog, Measurements(10_000, 1, {pattern: 0})) == frozenset()
    assert sweep.first_pass(catalog, Measurements(10_000, 1, {pattern: 25}, {"lost-write": [False]})) == frozenset()
    monkeypatch.setattr(sweep, "FIRST_CHARACTERS", 10)
    assert sweep.first_pass(catalog, Measurements(10_000, 1, {pattern: 25})) == frozenset()


def test_mark_must_point_to_its_fault(house: House) -> None:
    house.edit("bad.py", "lint: []", "lint: []\nmarks: [{pattern: 'nowhere', ask: what}]")
    (entry,) = load(house.root).entries
    assert "mark 'nowhere' is not near the BUG line: missed alarm" in search_patterns.complaints(entry)[0]
    house.edit("bad.py", "pattern: 'nowhere'", "pattern: 'def store'")
    (entry,) = load(house.root).entries
    assert search_patterns.complaints(entry) == []


def test_measurements_name_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / NOISE).parent.mkdir(parents=True)
    (tmp_path / JUDGED).write_text("- {entry: a, verdict: perhaps}\n")
    with pytest.raises(
        ProblemError, match=r"judged\.yaml: \[0\]: not in form .*; write entry: and verdict: look or innocent"
    ):
        sweep.load(tmp_path)
    for text, place in {"- {": "line 1", "{}": "file: not a list", "- 7": r"\[0\]: not in form"}.items():
        (tmp_path / JUDGED).write_text(text)
        with pytest.raises(ProblemError, match=rf"judged\.yaml: {place}"):
            sweep.load(tmp_path)
    (tmp_path / JUDGED).write_text("[]")
    (tmp_path / NOISE).write_text("{")
    with pytest.raises(ProblemError, match=r"noise\.json: file: cannot be read"):
        sweep.load(tmp_path)


def test_judged_hits_are_of_entries_that_exist(catalog: Catalog) -> None:
    measured = sweep.load(ROOT)
    assert set(measured.verdicts) <= {entry.name for entry in catalog.entries if entry.bad}
    assert measured.projects >= 20
    assert measured.lines >= 500_000


def test_noise_is_counted_in_product_code_only(house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wheels = tmp_path / "cache" / "wheels"
    wheels.mkdir(parents=True)
    with zipfile.ZipFile(wheels / "shop-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("shop/stock.py", "def store():\n    pass\n")
        wheel.writestr("shop/tests/stock.py", "def store():\n    pass\n")
    (house.root / "evals" / "sweep").mkdir(parents=True)
    (house.root / "evals" / "sweep" / "projects.txt").write_text("")
    assert measure_sweep.main(["--root", str(house.root), "--cache", str(tmp_path / "cache")]) == 0
    written = json.loads((house.root / NOISE).read_text())
    assert (written["packages"], written["lines"], written["hits"]) == (["shop-1.0"], 2, {r"^\s+pass\b": 1})


def test_sample_is_spread_over_all_hits() -> None:
    matches = {f"{name}.py": [range(n, n + 1) for n in range(10)] for name in "abc"}
    assert [path for path, _ in measure_sweep.sample(matches, 3)] == ["a.py", "b.py", "c.py"]
    assert len(measure_sweep.sample(matches, 100)) == 30


def test_package_that_cannot_be_fetched_is_named(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (house.root / "evals" / "sweep").mkdir(parents=True)
    (house.root / "evals" / "sweep" / "projects.txt").write_text("no such package\n")
    assert measure_sweep.main(["--root", str(house.root), "--cache", str(tmp_path / "cache")]) == 1
    assert "pip cannot fetch" in capsys.readouterr().err
    assert not (house.root / NOISE).exists()


def test_reach_counts_defects_near_a_hit(house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release = tmp_path / "cache" / "shop==1.0" / "shop"
    release.mkdir(parents=True)
    (release / "stock.py").write_text("\n" * 9 + "    pass\n" + "\n" * 40)
    (house.root / "evals" / "reach").mkdir(parents=True)
    fix = "- {before: shop==1.0, path: shop/stock.py, lines: [%d, %d], kind: lost, what: keeps nothing}\n"
    (house.root / fixes.REACH).write_text(fix % (12, 13) + fix % (30, 31))
    arguments = ["--root", str(house.root), "--cache", str(tmp_path / "cache"), "--patterns"]
    assert measure_reach.main(arguments) == 1
    out = capsys.readouterr().out
    assert "not touched: shop==1.0/shop/stock.py:30: lost: keeps nothing" in out
    assert "1 of 2 defects touched, 2.0% of 50 lines flagged" in out


def test_held_out_defects_are_of_other_packages() -> None:
    """A pattern that was made for one of them would measure itself."""
    reach, held_out = (fixes.load(ROOT / path) for path in (fixes.REACH, fixes.HELD_OUT))
    assert not {fix.package.partition("==")[0] for fix in reach} & {fix.package.partition("==")[0] for fix in held_out}
    assert len(held_out) >= 24
    assert len({fix.package.partition("==")[0] for fix in held_out}) >= 12


def test_fix_that_is_not_in_form_is_named(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    (house.root / "evals" / "reach").mkdir(parents=True)
    (house.root / fixes.REACH).write_text("- {before: shop==1.0}\n")
    assert measure_reach.main(["--root", str(house.root)]) == 1
    assert (
        "[0]: not in form (KeyError('lines')); write before, path, lines, kind and what, and also where"
        in capsys.readouterr().err
    )


def test_grep_tool_and_harness_search_alike(tmp_path: Path) -> None:
    """A pattern of several lines lets `.` match a line's end, as the Grep tool does."""
    (tmp_path / "a.py").write_text("try:\n    pass\n")
    assert ripgrep.search(Pattern("try.*pass", multiline=True), tmp_path)
    assert not ripgrep.search(Pattern("try.*pass"), tmp_path)
