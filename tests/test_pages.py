"""The pages show the code that ran; a page that lags behind, or shows other code, is refused."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path, PurePosixPath

import pytest
from conftest import PAGE, ROOT, House, sync

import sync_pages
from catalog import Catalog, load
from pages import Page, slugify, write_beside


def test_pages_of_this_repository_are_in_step() -> None:
    assert sync_pages.main(["--check"]) == 0


def test_prose_speaks_of_as_many_patterns_as_are_declared(catalog: Catalog) -> None:
    """``The pattern`` is the one of the section, ``the first pattern`` and ``the patterns`` are of several."""
    wrong = []
    for entry in catalog.entries:
        page = Page((ROOT / "references" / f"{entry.topic}.md").read_text(encoding="utf-8"))
        section = page.section(entry.name)
        if not entry.bad or section is None:
            continue
        count = len(entry.bad.declaration.patterns)
        for place, plural in re.findall(r"\b[Tt]he (first |second |third )?pattern(s?)\b", section):
            if not count or (count > 1) != bool(place or plural):
                wrong.append(f"{entry.title}: {count} declared, the page says `the {place}pattern{plural}`")
    assert wrong == []


def test_page_shows_code_outcome_and_pattern(house: House, page: Path) -> None:
    assert sync(house) == 0
    text = page.read_text()
    assert "```python\ndef store(amount: int) -> None:\n    pass  # BUG: keeps nothing\n```" in text
    assert "```text\n$ python examples/stock/lost-write/bad.py\nstock: 0\n```" in text
    assert "- pattern: `^\\s+pass\\b`\n- no linter reports it\n" in text


def test_sync_is_idempotent_and_leaves_the_rest_alone(house: House, page: Path) -> None:
    page.write_bytes(PAGE.replace("Text before.", "Text\t before  ").replace("\n", "\r\n").encode())
    before = page.read_bytes()
    assert sync(house) == 0
    once = page.read_bytes()
    assert sync(house) == 0
    assert page.read_bytes() == once
    outside = [line for line in before.splitlines() if not line.startswith(b"<!--")]
    rest = once.splitlines()
    assert [line for line in outside if line not in rest] == []


def test_change_in_an_example_is_drift(house: House, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sync(house) == 0
    assert sync(house, "--check") == 0
    house.edit("bad.py", "keeps nothing", "keeps none")
    assert sync(house, "--check") == 1
    answer = capsys.readouterr()
    assert "-    pass  # BUG: keeps nothing\n+    pass  # BUG: keeps none\n" in answer.out
    assert "references/stock.md: out of step with the examples; run: make sync" in answer.err


BROKEN = {
    "unknown example": (
        "lost-write/good.py -->",
        "lost-writ/good.py -->",
        "no example 'examples/stock/lost-writ/good.py'",
    ),
    "no end": ("<!-- endfind -->\n", "", "`find` does not end; add <!-- endfind -->"),
    "no beginning": ("<!-- find: examples/stock/lost-write/bad.py -->\n", "", "`endfind` ends nothing"),
    "python by hand": ("Text behind.", "```python\nx = 1\n```", "Python that no example runs"),
    "no section": ("## Lost write", "## Other", "no section for stock/lost-write"),
    "label missing": ("**When it is fine.** Never.", "", "lost-write: **When it is fine.** missing"),
    "out of order": ("**Wrong**", "**Wrong**\n\n**Why.** x", "lost-write: **Why.** out of order"),
    "long without contents": ("Text behind.", "x\n" * 100 + "\n## More\n", "over 100 lines without contents"),
}


@pytest.mark.parametrize(("old", "new", "message"), BROKEN.values(), ids=BROKEN)
def test_page_out_of_shape_is_refused_and_nothing_is_written(
    house: House, page: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    page.write_text(PAGE.replace(old, new))
    if message.endswith("out of order"):
        page.write_text(PAGE.replace("**Why.** Nothing keeps it.\n", "").replace(old, "**Why.** x\n\n" + old))
    before = page.read_bytes()
    assert sync(house) == 1
    assert message in capsys.readouterr().err
    assert page.read_bytes() == before


def test_topic_without_a_page_is_refused(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert sync(house) == 1
    assert "references/stock.md:1: missing; write the topic's page" in capsys.readouterr().err


def test_outcome_names_versions_exit_and_hang(house: House) -> None:
    house.edit(
        "bad.py",
        "expect:\n  stdout: |\n    stock: 0\n",
        'expect:\n  - {python: "<3.12", stdout: [a], metrics: {x: ">= 0.8"}}\n'
        '  - {python: ">=3.12", failure: exception, exit: 1, stderr: [b]}\n'
        '  - {python: ">=3.14", failure: hang, exit: timeout, stdout: [c]}\nflags: [-X, dev]\n',
    )
    bad = load(house.root).entries[0].bad
    assert bad
    assert sync_pages.outcome(bad) == (
        "$ python -X dev examples/stock/lost-write/bad.py\n"
        "# on Python <3.12\na\nmetric x >= 0.8\n"
        "# on Python >=3.12\nstderr: b\n(exit status 1)\n"
        "# on Python >=3.14\nc\n(does not end)\n"
    )


def test_contents_and_catalogue_follow_the_examples(house: House, page: Path) -> None:
    front = house.root / "SKILL.md"
    front.write_text(
        "# Skill\n\n<!-- contents -->\n<!-- endcontents -->\n\n## Map\n\n<!-- catalogue -->\n<!-- endcatalogue -->\n"
    )
    assert sync(house) == 0
    text = front.read_text()
    assert "- [Map](#map)" in text
    assert "- [lost-write](stock.md#lost-write): A write that nobody awaits is lost\n" in text


def test_tables_follow_the_examples(house: House, page: Path) -> None:
    house.edit(
        "bad.py",
        "lint: []",
        "lint: [ruff:RUF006]\nmarks: [{pattern: 'def store', ask: 'who keeps it?'}]",
    )
    tables = house.root / "references" / "tables.md"
    kinds = (
        "sweep",
        "second sweep",
        "library sweep",
        "places",
        "symptoms",
        "messages",
        "linters",
        "unseen",
        "packages",
    )
    tables.write_text("".join(f"<!-- {kind} -->\n<!-- end{kind} -->\n\n" for kind in kinds))
    assert sync(house) == 0
    text = tables.read_text()
    assert "**Work disappears: never run, or cut off**: [lost-write](stock.md#lost-write)" in text
    assert "| [lost-write](stock.md#lost-write) | RUF006 |  |  |  |  |" in text
    assert "0 of 1 are seen by none of them." in text
    assert "**Places**: `def store`\n\n- stock#lost-write: who keeps it?" in text


def test_page_with_packages_must_name_their_releases(
    house: House, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house.edit("good.py", "expect:", "requires: {packages: [pytest]}\nexpect:")
    assert sync(house) == 1
    assert "examples with packages, and no releases named; add <!-- packages --> markers" in capsys.readouterr().err


def test_entry_that_differs_by_version_is_listed(house: House, page: Path) -> None:
    house.edit("good.py", "expect:\n  stdout: |\n    stock: 5\n", 'expect: [{python: ">=3.13", stdout: [stock]}]\n')
    house.edit("bad.py", "lint: []", 'lint: []\nrequires: {python: ">=3.12"}')
    page.write_text(PAGE.replace("Text behind.", "<!-- by version -->\n<!-- endby version -->"))
    assert sync(house) == 0
    assert "- [lost-write](stock.md#lost-write): differs on >=3.13; needs >=3.12\n" in page.read_text()


def test_packages_are_those_that_are_installed(house: House, page: Path) -> None:
    house.edit("bad.py", "lint: []", "lint: []\nrequires: {packages: [pytest, PyYAML]}")
    page.write_text(PAGE.replace("Text behind.", "<!-- packages -->\n<!-- endpackages -->"))
    assert sync(house) == 0
    assert f"Run with pytest {metadata.version('pytest')} and PyYAML {metadata.version('PyYAML')}." in page.read_text()


def test_configuration_is_shown_as_it_is(house: House, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    linters = house.root / "scripts" / "linters"
    linters.mkdir(parents=True)
    (linters / "ruff.toml").write_text("preview = true\n")
    page.write_text(PAGE.replace("Text behind.", "<!-- configuration: ruff.toml -->\n<!-- endconfiguration -->"))
    assert sync(house) == 0
    assert "```toml\npreview = true\n```" in page.read_text()
    page.write_text(PAGE.replace("Text behind.", "<!-- configuration: none.toml -->\n<!-- endconfiguration -->"))
    assert sync(house) == 1
    assert "no file 'none.toml' in scripts/linters; name an existing file" in capsys.readouterr().err


def test_corrections_come_from_the_declarations(house: House, page: Path) -> None:
    house.edit("bad.py", "lint: []", "lint: []\ncorrects:\n  - {said: a | b, instead: c}")
    corrections = house.root / "references" / "corrections.md"
    corrections.write_text("# Corrections\n\n<!-- corrections -->\n<!-- endcorrections -->\n")
    assert sync(house) == 0
    row = "| a \\| b | A write that nobody awaits is lost. | [lost-write](stock.md#lost-write) | c |"
    assert row in corrections.read_text()


def test_headings_get_the_anchors_of_github() -> None:
    page = Page("# A `b` *c*\n\n## Re-raise: it's 100 %!\n\n## Same\n\n## Same\n")
    assert [heading.anchor for heading in page.headings] == ["a-b-c", "re-raise-its-100-", "same", "same-1"]
    assert slugify("Swallowed cancellation") == "swallowed-cancellation"


def test_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "page.md"
    target.write_text("old")

    def refuse(self: Path, target: Path) -> None:
        raise OSError("disk gone")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disk gone"):
        write_beside(target, b"new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("page.md", "old")]


def test_every_topic_is_in_the_map_of_the_front_door(catalog: Catalog) -> None:
    named = {span.target for span in Page((ROOT / "SKILL.md").read_text()).code_spans}
    assert set(catalog.topics()) - named == set()
    assert PurePosixPath("SKILL.md") in sync_pages.page_paths(ROOT)
