"""The navigation of the site: the pages in the groups of SKILL.md's map, and the lists beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from markdown_it import MarkdownIt

from pages import Page
from problem import ProblemError

FRONT = PurePosixPath("SKILL.md")
MAP = "pages"  # the anchor of the section of SKILL.md that holds the map
Navigation = list[dict[str, str] | dict[str, list[str]] | dict[str, list[dict[str, str]]]]
WAYS_IN = {"By symptom": "find/symptoms.md", "By search pattern": "find/patterns.md", "By linter": "find/linters.md"}


def groups(front: str, names: Collection[str]) -> Mapping[str, list[str]]:
    """Return the pages of each group of the map: title -> names, in the order of the map.

    An item of the map is ``Title: `page` remark, `page` remark``. Code that is not one of ``names`` is
    part of a remark.
    """
    section = Page(front).section(MAP)
    if section is None:
        raise ProblemError(FRONT, MAP, "no such section", "list the pages under a heading `Pages`")
    found: dict[str, list[str]] = {}
    depth = 0
    for token in MarkdownIt("commonmark").parse(section):
        depth += token.nesting if token.type.startswith("list_item") else 0
        if token.type != "inline" or not depth:
            continue
        title, colon, _ = token.content.partition(":")
        pages = [c.content for c in token.children or () if c.type == "code_inline" and c.content in names]
        if colon and pages:
            found[title] = pages
    if not found:
        raise ProblemError(FRONT, MAP, "no group in it", "write items such as `- Tasks: ...` with the pages as code")
    return found


def navigation(front: str, names: Collection[str]) -> Navigation:
    """Return MkDocs' ``nav``: ways in, the groups, and the skill itself with the lists that it reads."""
    grouped = groups(front, names)
    listed = {name for pages in grouped.values() for name in pages}
    lists = [str(FRONT), *(f"references/{name}.md" for name in sorted(set(names) - listed))]
    return [
        {"Start": "index.md"},
        {"Find an entry": [{title: path} for title, path in WAYS_IN.items()]},
        *({title: [f"references/{name}.md" for name in pages]} for title, pages in grouped.items()),
        {"The skill and its lists": lists},
    ]
