"""What the site adds to the pages, before MkDocs has a hand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import cast
from xml.etree import ElementTree as ET

import pytest
from conftest import ROOT, House

import site_front
import site_map
import site_sections
import site_tables
import sweep
from catalog import Catalog, load
from pages import Page, fence
from problem import ProblemError
from site_markdown import serialize, tree
from sweep import Measurements
from sync_pages import PageError, page_paths

PAGE = """\
# Stock

## Lost write

<!-- snippet: examples/stock/lost-write/bad.py -->
<!-- endsnippet -->

**Right**

<!-- snippet: examples/stock/lost-write/good.py -->
<!-- endsnippet -->

**When it is fine.** Never.

## Next
"""
PATH = PurePosixPath("references/stock.md")


def html(text: str) -> str:
    return serialize(tree(text))


def test_page_is_rendered_as_github_does() -> None:
    assert "<p>text:</p>\n<ul>\n<li>one\n<ul>\n<li>two</li>" in html("text:\n- one\n  - two\n")
    assert "<code>a|b</code>" in html("| x |\n|---|\n| `a\\|b` |\n")
    assert "&amp;lt;" in html("`&lt;`")
    assert '<h2 id="same">Same</h2>\n<h2 id="same-1">Same</h2>' in html("## Same\n\n## Same\n")
    assert "marker" not in html("<!-- marker -->\n\ntext\n")
    assert '<input type="checkbox" disabled="disabled"> done?' in html("- [ ] done?\n")


def test_code_is_highlighted_under_its_title() -> None:
    text = html(fence("python examples/x/bad.py", "\n\nawait x\n```\n"))
    assert '<div class="language-python highlight"><span class="filename">examples/x/bad.py</span>' in text
    assert '<span class="k">await</span>' in text
    assert "```" in text


def test_html_that_is_not_well_formed_is_refused() -> None:
    with pytest.raises(ET.ParseError):
        tree("<div>\n\ntext\n")


def test_section_is_completed_and_nothing_else_is_changed(house: House) -> None:
    catalog = load(house.root)
    text = site_sections.complete(PAGE, PATH, catalog, {"lost-write"})
    kept = [line for line in text.splitlines() if line in PAGE.splitlines()]
    assert [line for line in kept if line] == [line for line in PAGE.splitlines() if line]
    section = Page(text).section("lost-write") or ""
    order = [
        "<!-- endsnippet -->\n\n<details",
        "-    pass  # BUG: keeps nothing\n+    globals()",
        "<figure",
        "**When it",
    ]
    order += ["<dl", "python examples/stock/lost-write/bad.py\nr", "python examples/stock/lost-write/good.py\nr"]
    places = [section.find(part) for part in order]
    assert places == sorted(places)
    assert -1 not in places


def test_page_that_lags_behind_the_examples_is_refused(house: House) -> None:
    for gone in ("## Lost write", "<!-- snippet: examples/stock/lost-write/good.py -->\n<!-- endsnippet -->"):
        with pytest.raises(
            PageError, match=r"references/stock\.md:1: stock/lost-write is not shown whole; run: make sync"
        ):
            site_sections.complete(PAGE.replace(gone, ""), PATH, load(house.root), ())


def test_entry_without_a_timeline_shows_no_picture(house: House) -> None:
    assert "<figure" not in site_sections.complete(PAGE, PATH, load(house.root), ())


def test_facts_say_how_it_fails_and_what_it_needs(house: House) -> None:
    house.edit("bad.py", "lint: []", "lint: []\nrequires: {python: '>=3.12', packages: [redis>=5], servers: [redis]}")
    house.edit("good.py", "expect:\n  stdout: |\n    stock: 5\n", 'expect: [{python: ">=3.13", stdout: [stock]}]\n')
    text = "".join(ET.fromstring(site_sections.facts(load(house.root).entries[0])).itertext())
    assert text == (
        "Fails in silence You notice Work disappears: never run, or cut off Python >=3.12 Outcome differs >=3.13 "
        "Needs redis>=5, a Redis server "
    )


def test_picture_of_each_scheme_is_shown_in_that_scheme() -> None:
    figure = ET.fromstring(site_sections.timeline("lost-write", PurePosixPath("../timelines")))
    sources = [image.get("src") for image in figure.iter("img")]
    assert sources == ["../timelines/lost-write.light.svg#only-light", "../timelines/lost-write.dark.svg#only-dark"]
    assert all("lost-write" in image.get("alt", "") for image in figure.iter("img"))


def test_tables_hold_every_entry_and_every_pattern(catalog: Catalog) -> None:
    pairs = [entry for entry in catalog.entries if entry.bad]
    patterns = [pattern.pattern for e in pairs if e.bad for pattern in e.bad.declaration.patterns]
    measured = sweep.load(ROOT)
    for name, count in {"symptoms": len(pairs), "linters": len(pairs), "patterns": len(patterns)}.items():
        text = site_tables.TABLES[name](catalog, measured)
        assert "\n\n" not in text
        assert len(list(ET.fromstring(text).iter("tr"))) == count + 1
    shown = ET.fromstring(site_tables.patterns(catalog, measured)).iter("code")
    assert [code.text for code in shown] == patterns


def test_figure_that_was_not_measured_sorts_first(house: House) -> None:
    cells = ET.fromstring(site_tables.patterns(load(house.root), Measurements())).findall(".//td[@data-sort]")
    assert [(cell.text, cell.get("data-sort")) for cell in cells] == [(None, "-1.0000"), (None, "-1.0000")]


def test_every_page_is_in_the_navigation_once() -> None:
    names = [path.stem for path in page_paths(ROOT) if path.parent.name]
    navigation = site_map.navigation((ROOT / "SKILL.md").read_text(encoding="utf-8"), names)
    listed = Counter(_paths(navigation))
    own = {path.relative_to(ROOT / "docs" / "site").as_posix() for path in (ROOT / "docs" / "site").rglob("*.md")}
    assert listed == Counter({str(path) for path in page_paths(ROOT)} | own)


def _paths(part: object) -> Iterator[str]:
    """Yield the pages of a part of MkDocs' ``nav``: a path, or lists and mappings of parts."""
    if isinstance(part, str):
        yield part
    else:
        for inner in part.values() if isinstance(part, dict) else cast(list[object], part):
            yield from _paths(inner)


def test_groups_are_those_of_the_map(catalog: Catalog) -> None:
    front = "# Skill\n\n## Pages\n\n- Tasks: `tasks` dropped, `async def`; `waiting`.\n- Rest: `queues`.\n\n## More\n\n- X: `tasks`\n"
    assert site_map.groups(front, {"tasks", "waiting", "queues"}) == {"Tasks": ["tasks", "waiting"], "Rest": ["queues"]}
    with pytest.raises(ProblemError, match=r"SKILL\.md: pages: no group in it"):
        site_map.groups("# Skill\n\n## Pages\n\nnone\n", {"tasks"})
    with pytest.raises(ProblemError, match=r"SKILL\.md: pages: no such section"):
        site_map.groups("# Skill\n", {"tasks"})


def test_front_page_tells_what_was_counted(catalog: Catalog) -> None:
    values = site_front.values(ROOT, catalog, sweep.load(ROOT), {site_front.SHOWN})
    assert values["figures"][0][0] == str(sum(1 for entry in catalog.entries if entry.bad))
    assert values["pair"].index("# BUG:") < values["pair"].index("# FIX:")
    assert "claude.ai" in values["install"]
    assert values["introduction"].strip().startswith("An [Agent Skill]")
    assert "only-dark" in values["timeline"]
    assert "defects" in values["reach"]
