"""What the front page of the site says that is counted, measured, or told elsewhere already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import fixes
import frontmatter
import site_map
import site_sections
import yaml_text
from catalog import Catalog
from pages import Page
from problem import ProblemError
from sweep import Measurements

SHOWN = "running-siblings"  # the pair that the front page shows: short, and its timeline tells it
_REACH = ("references/sweep.md", "places")  # the section whose first paragraph says what the patterns reach


def values(root: Path, catalog: Catalog, measured: Measurements, drawn: Collection[str]) -> Mapping[str, Any]:
    """Return what ``docs/site/index.md`` may name: texts in Markdown, figures and groups as lists of pairs."""
    shown = next((entry for entry in catalog.entries if entry.name == SHOWN and entry.bad and entry.good), None)
    if shown is None:
        raise ProblemError("scripts/site_front.py", "SHOWN", f"no pair {SHOWN!r}", "name another entry")
    front = (root / site_map.FRONT).read_text(encoding="utf-8")
    return {
        "introduction": _introduction(Page((root / "README.md").read_text(encoding="utf-8"))),
        "pair": site_sections.pair(shown),
        "pair_link": f"[{shown.name}](references/{shown.topic}.md#{shown.name})",
        "pair_summary": shown.summary,
        "timeline": site_sections.timeline(SHOWN, site_sections.TIMELINES) if SHOWN in drawn else "",
        "figures": list(_figures(root, catalog, measured, front)),
        "reach": _section(root, *_REACH).strip().partition("\n\n")[0],
        "install": _section(root, "README.md", "install-it"),
        "groups": {
            title: [f"[{name}](references/{name}.md)" for name in names]
            for title, names in site_map.groups(front, set(catalog.topics())).items()
        },
    }


def _figures(root: Path, catalog: Catalog, measured: Measurements, front: str) -> Iterator[tuple[str, str]]:
    """Yield a number and what it counts."""
    pairs = [entry for entry in catalog.entries if entry.bad]
    patterns = sum(len(entry.bad.declaration.patterns) for entry in pairs if entry.bad)
    yield f"{len(pairs)}", "anti-patterns, each a script that fails as its page says and a twin that does not"
    yield f"{len(catalog.entries) - len(pairs)}", "patterns that work, each a script"
    yield f"{sum(len(entry.scripts) for entry in catalog.entries)}", f"scripts, run on {_pythons(front)}"
    yield f"{len(catalog.topics())}", "pages, each on one topic"
    yield f"{patterns}", "search patterns that find a fault and not its cure"
    yield (
        f"{measured.lines:,}",
        f"lines of {measured.projects} released packages, in which hits were counted",
    )
    judged = sum(map(len, (*measured.verdicts.values(), *measured.mark_verdicts.values())))
    yield f"{judged}", "of those hits judged by reading"
    yield (
        f"{len(fixes.load(root / fixes.REACH))}",
        "defects that released packages fixed, to measure what the patterns reach",
    )


def _pythons(front: str) -> str:
    """Return the supported versions as SKILL.md names them: the first sentence of ``compatibility``."""
    parts = frontmatter.split(front)
    _, given = yaml_text.read(parts[0]) if parts else (None, None)
    if not isinstance(given, dict) or "compatibility" not in given:
        raise ProblemError(site_map.FRONT, "compatibility", "missing", "name the versions of Python")
    return str(given["compatibility"]).partition(". ")[0]


def _introduction(readme: Page) -> str:
    """Return the text between the title of the README and its first code block."""
    first = readme.fences[0].first if readme.fences else len(readme.lines) + 1
    return "".join(readme.lines[readme.headings[0].line : first - 1])


def _section(root: Path, path: str, anchor: str) -> str:
    section = Page((root / path).read_text(encoding="utf-8")).section(anchor)
    if section is None:
        raise ProblemError(path, anchor, "no such section", "name another one in scripts/site_front.py")
    return section
