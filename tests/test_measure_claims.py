"""What the pages say about speed was measured, and a figure that does not hold is not written.

Nothing here measures: verdicts, table and plot are tested with given ratios.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT

import measure_claims
from claim_report import PAGE, PLOT, place, plot, table
from claims import CLAIMS, Claim, ClaimsError, Finding, Kind, Rule, judge

BLOCK = "<!-- measurements -->\n<!-- endmeasurements -->\n"
TEXT = f"# Performance\n\nBefore.\n\n{BLOCK}\nBehind.\n"
SVG = "{http://www.w3.org/2000/svg}"


def holding() -> dict[str, list[float]]:
    """Return ratios with which every claim holds: three equal rounds within the bounds."""
    return {claim.key: [min(claim.rule.low * 2 or 0.1, claim.rule.high)] * 3 for claim in CLAIMS}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a page that can take the table, where measuring gives what holds."""
    (tmp_path / PAGE).parent.mkdir()
    (tmp_path / PAGE).write_text(TEXT)
    give(monkeypatch, holding())
    return tmp_path


def give(monkeypatch: pytest.MonkeyPatch, ratios: Mapping[str, Sequence[float]]) -> None:
    monkeypatch.setattr(measure_claims, "measure", lambda repeat: ratios)


def run(root: Path) -> int:
    return measure_claims.main(["--root", str(root)])


@pytest.mark.parametrize(
    ("rule", "words", "inside", "outside"),
    [
        (Rule(low=5), "at least 5", (5, 400), (4.99, 0)),
        (Rule(high=0.4), "at most 0.4", (0.4, 0), (0.41, 7)),
        (Rule(0.5, 1.5), "between 0.5 and 1.5", (0.5, 1, 1.5), (0.49, 1.51)),
    ],
)
def test_rule_admits_what_its_words_say(
    rule: Rule, words: str, inside: tuple[float, ...], outside: tuple[float, ...]
) -> None:
    assert str(rule) == words
    assert all(rule.admits(ratio) for ratio in inside)
    assert not any(rule.admits(ratio) for ratio in (*outside, math.nan))


def test_verdict_is_about_the_median_whatever_the_extremes() -> None:
    claim = Claim("x", Kind.SPEED, "one, against two", Rule(low=5), "how")
    steady, lucky = Finding(claim, (1.0, 6.0, 7.5)), Finding(claim, (4.0, 1.0, 1200.0))
    assert (steady.spread, steady.verdict) == ("6.0 (1.0-7.5)", "holds: at least 5")
    assert (lucky.spread, lucky.verdict) == ("4.0 (1.0-1,200)", "fails: at least 5")


def test_every_claim_has_a_key_of_its_own_and_a_verdict_that_can_fail() -> None:
    assert len({claim.key for claim in CLAIMS}) == len(CLAIMS)
    assert [c.key for c in CLAIMS if c.rule.admits(0) and c.rule.admits(math.inf)] == []


def test_claim_that_no_round_measured_is_refused() -> None:
    ratios = holding()
    del ratios["session"]
    with pytest.raises(ClaimsError, match="'session': no ratio was measured"):
        judge(ratios)


def test_table_has_a_row_for_every_claim_and_says_where_it_was_measured() -> None:
    text = table(judge(holding()), "CPython 3.11.7, 2 cores")
    for claim in CLAIMS:
        assert f"| {claim.text} | " in text
        assert f" | holds: {claim.rule} | {claim.how} |\n" in text
    assert text.endswith("\n\nMeasured with CPython 3.11.7, 2 cores.")


def test_table_goes_between_the_markers_and_leaves_the_rest_alone() -> None:
    text = TEXT.replace("\n", "\r\n").replace("Before.", "Before.\u2028Still before.")
    once = place(text, "| a |")
    assert once.startswith(text.partition("<!-- m")[0])
    assert once.endswith(text.rpartition("nts -->")[2])
    assert place(place(text, "| old |\n\n| rows |"), "| a |") == once


BROKEN = {
    "none": ("", "none"),
    "no end": ("<!-- measurements -->\n", "measurements in line 5"),
    "no beginning": ("<!-- endmeasurements -->\n", "endmeasurements in line 5"),
    "twice": (BLOCK + "\n" + BLOCK, "measurements in line 5, endmeasurements in line 6, measurements"),
    "in a sentence": ("see <!-- measurements --> here\n\n<!-- endmeasurements -->\n", "endmeasurements in line 7"),
}


@pytest.mark.parametrize(("block", "found"), BROKEN.values(), ids=BROKEN)
def test_page_with_broken_markers_is_refused_before_anything_is_measured(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], block: str, found: str
) -> None:
    monkeypatch.setattr(measure_claims, "measure", lambda repeat: pytest.fail("measured"))
    page = root / PAGE
    page.write_text(TEXT.replace(BLOCK, block))
    before = page.read_bytes()
    assert run(root) == 1
    assert f"{PAGE}: not one pair of markers, but {found}" in capsys.readouterr().err
    assert page.read_bytes() == before
    assert not (root / PLOT).exists()


def test_page_that_is_missing_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 1
    assert "write the page first" in capsys.readouterr().err


def test_what_holds_is_written_to_page_and_plot(root: Path) -> None:
    assert run(root) == 0
    page = (root / PAGE).read_text()
    assert page.count("holds: ") == len(CLAIMS)
    assert "Before." in page
    assert "\n<!-- endmeasurements -->\n\nBehind.\n" in page
    first = (root / PAGE).read_bytes(), (root / PLOT).read_bytes()
    assert run(root) == 0
    assert ((root / PAGE).read_bytes(), (root / PLOT).read_bytes()) == first


def test_verdict_that_does_not_hold_is_exit_1_and_nothing_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, holding() | {"tasks": [1.02, 1.0, 1.1]})
    assert run(root) == 1
    errors = capsys.readouterr().err
    assert (
        "100 requests in a task group, against one by one: 1.0 (1.0-1.1), not between 5 and 90; run it again" in errors
    )
    assert errors.endswith("nothing written\n")
    assert (root / PAGE).read_text() == TEXT
    assert not (root / PLOT).exists()


@pytest.mark.parametrize("count", ["0", "-1", "many"])
def test_number_of_rounds_that_is_none_is_wrong_use(count: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        measure_claims.main(["--repeat", count])


def test_plot_is_an_svg_of_lines_and_text_that_shows_every_claim() -> None:
    picture = ElementTree.fromstring(plot(judge(holding())))
    assert picture.get("width") == "525pt"  # 700 px
    tags = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert "image" not in tags
    texts = {"".join(element.itertext()) for element in picture.iter(f"{SVG}text")}
    assert {claim.text.replace("`", "") for claim in CLAIMS} | {kind.value for kind in Kind} <= texts


def test_plot_has_no_background_and_no_black_or_white() -> None:
    drawn = plot(judge(holding())).decode().lower()
    for colour in ("#000000", "#ffffff", "fill: #000", "fill: #fff", "black", "white"):
        assert colour not in drawn


def test_plot_is_byte_for_byte_the_same() -> None:
    drawn = plot(judge(holding()))
    assert plot(judge(holding())) == drawn
    assert b"dc:date" not in drawn


def test_page_of_this_repository_states_what_is_claimed() -> None:
    page = (ROOT / PAGE).read_text()
    block = page.partition("<!-- measurements -->")[2].partition("<!-- endmeasurements -->")[0]
    rows = [line for line in block.splitlines() if "holds: " in line]
    assert [row.split(" | ")[0] for row in rows] == [f"| {claim.text}" for claim in CLAIMS]
    assert [row.split(" | ")[2] for row in rows] == [f"holds: {claim.rule}" for claim in CLAIMS]
    assert str(PLOT) not in page  # the upload ships no plot
