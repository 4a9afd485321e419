"""Every complaint of the page synchroniser in full, and every kind of block by its exact text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from conftest import GOOD, PAGE, House, sync

import sync_pages
from catalog import load
from pages import Page
from sync_pages import PageError, find_blocks

STOCK = PurePosixPath("references/stock.md")
BAD_MARKER = "<!-- snippet: examples/stock/lost-write/bad.py -->"


def complaints(house: House, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return what is said of pages that are not written."""
    assert sync(house, *arguments) == 1
    answer = capsys.readouterr()
    assert answer.out == ""
    return answer.err.splitlines()


def test_page_in_step_has_exactly_this_text(house: House, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sync(house) == 0
    assert capsys.readouterr().out == "wrote references/stock.md\n"
    assert page.read_text() == PAGE.replace(
        f"{BAD_MARKER}\n",
        f"{BAD_MARKER}\n```python\ndef store(amount: int) -> None:\n    pass  # BUG: keeps nothing\n```\n"
        "```text\n$ python examples/stock/lost-write/bad.py\nstock: 0\n```\n",
    ).replace(
        "lost-write/good.py -->\n",
        "lost-write/good.py -->\n```python\ndef store(amount: int) -> None:\n"
        '    globals()["stock"] = amount  # FIX: keeps the amount\n```\n'
        "```text\n$ python examples/stock/lost-write/good.py\nstock: 5\n```\n",
    ).replace(
        "<!-- find: examples/stock/lost-write/bad.py -->\n",
        "<!-- find: examples/stock/lost-write/bad.py -->\n- pattern: `^\\s+pass\\b`\n- no linter reports it\n",
    )
    assert sync(house) == 0
    assert capsys.readouterr().out == ""


def test_code_with_a_fence_in_it_does_not_end_its_own(house: House, page: Path) -> None:
    house.edit("good.py", "    globals()", '    """\n```\n    """\n    globals()')
    assert sync(house) == 0
    shown = [code for code in Page(page.read_text()).fences if code.language == "python"]
    assert len(shown) == 2
    assert page.read_text().count("````") == 2
    assert sync(house, "--check") == 0


def test_find_names_patterns_words_and_linters(house: House, page: Path) -> None:
    house.edit(
        "bad.py", r"grep: '^\s+pass\b'", "grep: [{pattern: 'a|b', multiline: true}, {pattern: c}, {none: the rest}]"
    )
    house.edit("bad.py", "lint: []", "lint: [ruff:RUF006, 'mypy:a:b']")
    assert sync(house) == 0
    found = page.read_text().partition("<!-- find: examples/stock/lost-write/bad.py -->\n")[2].partition("<!-- end")[0]
    assert found == (
        "- pattern (multiline): `a|b`\n- pattern: `c`\n- no pattern tells it; read for: the rest\n"
        "- reported by ruff RUF006, mypy a:b\n"
    )


def test_outcome_shows_text_parts_metrics_messages_and_end(house: House) -> None:
    house.edit(
        "bad.py",
        "expect:\n  stdout: |\n    stock: 0\n",
        'expect: {exit: 2, stdout: [a, b], stderr: [c, d], metrics: {x: ">= 0.8", y: "< 2"}}\n',
    )
    house.edit("bad.py", "failure: silent", "failure: exception")
    house.edit("good.py", "stdout: |\n    stock: 5", 'stdout: "\\nX a\\n bX\\n\\n"')
    entry = load(house.root).entries[0]
    assert entry.bad
    assert entry.good
    assert sync_pages.outcome(entry.bad) == (
        "$ python examples/stock/lost-write/bad.py\n"
        "a\nb\nmetric x >= 0.8\nmetric y < 2\nstderr: c\nstderr: d\n(exit status 2)\n"
    )
    assert sync_pages.outcome(entry.good) == "$ python examples/stock/lost-write/good.py\nX a\n bX\n"


def test_outcome_of_two_versions_names_both(house: House) -> None:
    house.edit(
        "bad.py",
        "expect:\n  stdout: |\n    stock: 0\n",
        'expect:\n  - {python: "<3.12", stdout: [a]}\n  - {python: ">=3.12", stdout: [b]}\n',
    )
    bad = load(house.root).entries[0].bad
    assert bad
    assert sync_pages.outcome(bad).partition("\n")[2] == "# on Python <3.12\na\n# on Python >=3.12\nb\n"


def test_contents_are_the_sections_in_order(house: House, page: Path) -> None:
    page.write_text(
        PAGE.replace("Text before", "<!-- contents -->\n<!-- endcontents -->\n\n### Deeper\n\n## Other\n\nText")
    )
    assert sync(house) == 0
    assert "<!-- contents -->\n- [Other](#other)\n- [Lost write](#lost-write)\n<!-- endcontents -->" in page.read_text()


def test_configuration_is_shown_in_its_form(house: House, page: Path) -> None:
    linters = house.root / "scripts" / "linters"
    linters.mkdir(parents=True)
    (linters / "pylintrc").write_text("[a]\nb = \u00e9\n", encoding="utf-8")
    (linters / "ruff.toml").write_text("[a]\n")
    files = ("pylintrc", "ruff.toml")
    markers = "".join(f"<!-- configuration: {name} -->\n<!-- endconfiguration -->\n" for name in files)
    page.write_text(PAGE.replace("Text behind.", markers))
    assert sync(house) == 0
    assert "<!-- configuration: ruff.toml -->\n```toml\n[a]\n```\n<!-- end" in page.read_text()
    assert "<!-- configuration: pylintrc -->\n```ini\n[a]\nb = \u00e9\n```\n<!-- end" in page.read_text()


def placed(text: str) -> Callable[[str], str]:
    return lambda page: page.replace("Text behind.", text)


ORDER = (
    "**Wrong** <!-- snippet: examples/stock/lost-write/bad.py --> **Why.** **Right** "
    "<!-- snippet: examples/stock/lost-write/good.py --> **When it is fine.** **Find it** "
    "<!-- find: examples/stock/lost-write/bad.py -->"
)

REFUSED: dict[str, tuple[Callable[[str], str], str]] = {
    "unknown example": (
        lambda page: page.replace("lost-write/good.py -->", "lost-writ/good.py -->"),
        "18: no example 'examples/stock/lost-writ/good.py'; name an existing file",
    ),
    "unknown example to find": (
        lambda page: page.replace("find: examples/stock/lost-write/bad.py", "find: x"),
        "25: no example 'x'; name an existing file",
    ),
    "no configuration": (
        placed("<!-- configuration: x -->\n<!-- endconfiguration -->"),
        "28: no file 'x' in scripts/linters; name an existing file",
    ),
    "no end": (placed("<!-- contents -->"), "28: `contents` does not end; add <!-- endcontents -->"),
    "no end before the next": (
        lambda page: page.replace("<!-- endsnippet -->\n\n**Why", "\n\n**Why"),
        "11: `snippet` does not end; add <!-- endsnippet -->",
    ),
    "no beginning": (placed("<!-- endfind -->"), "28: `endfind` ends nothing; delete it, or add the opening marker"),
    "in a list": (
        placed("- <!-- contents -->\n  <!-- endcontents -->"),
        "28: `contents` does not begin its line; move it to the line's start",
    ),
    "indented end": (
        placed("<!-- contents -->\n  <!-- endcontents -->"),
        "29: `endcontents` does not begin its line; move it to the line's start",
    ),
    "hidden": (
        placed("<!-- contents -->\n```\n<!-- endcontents -->\nmine\n<!-- contents -->\n```\n<!-- endcontents -->"),
        "30: `endcontents` is hidden in `contents`; empty the block above it",
    ),
    "hidden and indented": (
        placed("<!-- find: examples/stock/lost-write/bad.py -->\n~~~\n  <!-- find : x -->\n~~~\n<!-- endfind -->"),
        "30: `find` is hidden in `find`; empty the block above it",
    ),
    "hidden in the first line": (
        placed("<!-- contents -->\n    <!-- endfind -->\n\n<!-- endcontents -->"),
        "29: `endfind` is hidden in `contents`; empty the block above it",
    ),
    "python by hand": (
        placed("```py\nx = 1\n```"),
        "28: Python that no example runs; show it with a snippet marker",
    ),
    "no section": (
        lambda page: page.replace("## Lost write", "## Other"),
        "1: no section for stock/lost-write; add a `##` heading: lost-write",
    ),
    "label missing": (
        lambda page: page.replace("**When it is fine.** Never.", ""),
        f"5: lost-write: **When it is fine.** missing; keep the order {ORDER}",
    ),
    "first label missing": (
        lambda page: page.replace("**Wrong**", ""),
        f"5: lost-write: **Wrong** missing; keep the order {ORDER}",
    ),
    "out of order": (
        lambda page: page.replace("**Find it**\n\n", "").replace("**Right**", "**Find it** **Right**"),
        f"5: lost-write: **Find it** out of order; keep the order {ORDER}",
    ),
    "long without contents": (
        placed("x\n" * 100 + "\n## More\n"),
        "1: over 100 lines without contents; add <!-- contents --> markers",
    ),
}


@pytest.mark.parametrize(("change", "message"), REFUSED.values(), ids=REFUSED)
def test_page_gets_one_clear_line_and_is_not_written(
    house: House, page: Path, capsys: pytest.CaptureFixture[str], change: Callable[[str], str], message: str
) -> None:
    page.write_text(change(PAGE))
    before = page.read_bytes()
    assert complaints(house, capsys) == [f"references/stock.md:{message}", "nothing written"]
    assert page.read_bytes() == before


def test_bound_of_lines_and_sections_for_contents(house: House, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.write_text(PAGE.replace("Text behind.", "x\n" * 100))
    assert sync(house) == 0  # long, with one section
    page.write_text(PAGE.replace("Text behind.", "## More\n\n"))
    assert sync(house) == 0
    page.write_text(page.read_text() + "x\n" * (100 - len(Page(page.read_text()).lines)))
    assert sync(house, "--check") == 0  # of exactly 100 lines
    page.write_text(page.read_text() + "x\n")
    capsys.readouterr()
    assert complaints(house, capsys, "--check") == [
        "references/stock.md:1: over 100 lines without contents; add <!-- contents --> markers"
    ]
    page.write_text(page.read_text() + "\n<!-- contents -->\n<!-- endcontents -->\n")
    assert sync(house) == 0  # with contents
    (house.root / "SKILL.md").write_text("## a\n## b\n" + "x\n" * 100)
    (page.parent / "other.md").write_text("A page that shows no entry.\n")
    assert sync(house) == 0  # the front door needs none


@pytest.mark.parametrize(
    ("old", "new"), [("\nThe stock is wrong.\n\n**Wrong**", "**Wrong**"), ("Text behind.", "**Wrong** once more.")]
)
def test_labels_may_begin_the_section_and_come_again(house: House, page: Path, old: str, new: str) -> None:
    assert old in PAGE
    page.write_text(PAGE.replace(old, new))
    assert sync(house) == 0


def test_every_entry_of_a_page_is_held_to_its_form(
    house: House, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a-read", "b-read", "c-pattern"):
        for file in ("bad.py", "good.py"):
            path = house.root / "examples" / "stock" / name / file
            path.parent.mkdir(exist_ok=True)
            path.write_text(house.path(file).read_text())
    folder = house.root / "examples" / "stock" / "c-pattern"
    for path in folder.iterdir():
        path.unlink()
    (folder / "example.py").write_text(GOOD.replace("# FIX: keeps the amount", ""))
    page.write_text(PAGE + "\n## A read\n\n## C pattern\n")
    answer = complaints(house, capsys)
    assert answer[0].startswith("references/stock.md:30: a-read: **Wrong** missing; keep the order **Wrong** ")
    assert answer[1:] == [
        "references/stock.md:1: no section for stock/b-read; add a `##` heading: b-read",
        "references/stock.md:32: c-pattern: <!-- snippet: examples/stock/c-pattern/example.py --> missing; "
        "keep the order <!-- snippet: examples/stock/c-pattern/example.py -->",
        "nothing written",
    ]


def test_packages_of_a_topic_are_named_on_its_page(
    house: House, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house.edit("good.py", "expect:", "requires: {packages: [pytest]}\nexpect:")
    assert complaints(house, capsys) == [
        "references/stock.md:1: examples with packages, and no releases named; add <!-- packages --> markers",
        "nothing written",
    ]


def test_page_of_another_folder_owes_no_entry(house: House) -> None:
    catalog = load(house.root)
    assert list(sync_pages.shape_problems("# Stock\n", PurePosixPath("docs/stock.md"), catalog, 1)) == []
    assert len(list(sync_pages.shape_problems("# Stock\n", STOCK, catalog, 1))) == 1


def test_broken_example_page_and_topic_are_all_told(
    house: House, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("bad.py", "good.py"):
        path = house.root / "examples" / "orders" / "lost-read" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(house.path(name).read_text())
    house.write("x.py", "")
    page.write_bytes(b"\xff")
    (page.parent / "other.md").write_text("<!-- contents -->\n")
    (page.parent / "third.md").mkdir()
    answer = complaints(house, capsys)
    assert answer == [
        "examples/stock/lost-write/x.py: file: not part of an entry; keep to bad.py, example.py, good.py",
        "references/other.md:1: `contents` does not end; add <!-- endcontents -->",
        "references/stock.md:1: not UTF-8 ('utf-8' codec can't decode byte 0xff in position 0: invalid start byte); "
        "save it as UTF-8",
        "references/third.md:1: Is a directory; make it a file that you may read",
        "references/orders.md:1: missing; write the topic's page",
        "nothing written",
    ]


def test_check_shows_the_drift_and_the_cure(house: House, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sync(house) == 0
    house.edit("bad.py", "keeps nothing", "keeps none")
    before = page.read_bytes()
    capsys.readouterr()
    assert sync(house, "--check") == 1
    answer = capsys.readouterr()
    assert page.read_bytes() == before
    assert answer.out.startswith(
        "--- references/stock.md (as it is)\n+++ references/stock.md (from the examples)\n@@ -12,7 +12,7 @@\n"
    )
    assert "\n-    pass  # BUG: keeps nothing\n+    pass  # BUG: keeps none\n" in answer.out
    assert answer.err == "references/stock.md: out of step with the examples; run: make sync\n"


def test_blocks_carry_kind_argument_and_lines() -> None:
    page = Page(
        "# A\n\n<!-- note -->\n<!--  snippet :  a b  -->\nx\n<!-- endsnippet -->\n<!-- contents -->\n<!-- endcontents -->\n"
    )
    assert find_blocks(page, STOCK) == [
        sync_pages.Block("snippet", "a b", 4, 6),
        sync_pages.Block("contents", "", 7, 8),
    ]


def test_words_and_other_comments_in_a_block_hide_nothing() -> None:
    text = "<!-- contents -->\ncontents\nfind: x\n```\n<!-- note -->\n```\n<!-- endcontents -->\n"
    assert [block.kind for block in find_blocks(Page(text), STOCK)] == ["contents"]


def test_block_of_nothing_is_empty(house: House) -> None:
    text = "<!-- contents -->\nold\n<!-- endcontents -->\n"
    assert sync_pages.synchronise(text, STOCK, load(house.root)) == text.replace("old\n", "")


def test_comment_over_several_lines_is_no_marker() -> None:
    assert find_blocks(Page("<!--\ncontents\n-->\n"), STOCK) == []


def test_pages_are_the_front_door_and_the_references(house: House, page: Path) -> None:
    (house.root / "SKILL.md").write_text("")
    (house.root / "README.md").write_text("")
    (page.parent / "a.md").write_text("")
    found = [str(path) for path in sync_pages.page_paths(house.root)]
    assert found == ["SKILL.md", "references/a.md", "references/stock.md"]


def test_repository_is_what_is_meant_without_a_root(
    house: House, page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sync_pages, "ROOT", house.root)
    assert sync_pages.main([]) == 0
    assert capsys.readouterr().out == "wrote references/stock.md\n"
    with pytest.raises(PageError, match="no file 'x'"):
        sync_pages.synchronise("<!-- configuration: x -->\n<!-- endconfiguration -->", STOCK, load(house.root))


def test_output_keeps_its_indent(house: House, page: Path) -> None:
    house.edit("bad.py", "stdout: |\n    stock: 0", 'stdout: "  stock: 0"')
    assert sync(house) == 0
    assert "$ python examples/stock/lost-write/bad.py\n  stock: 0\n```" in page.read_text()
