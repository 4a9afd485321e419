"""Reads a built page: its anchors, its links, and how many lists, tables and code blocks its article shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

COUNTED = ("li", "table", "pre", "h1", "h2", "h3", "blockquote")


@dataclass
class HtmlPage:
    """What a page holds. ``counts`` leaves out what the site adds to a section, and all outside of the article."""

    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def read(html: str) -> HtmlPage:
    """Parse a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = HtmlPage()
        self._within: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._within[tag] += 1
        self.page.anchors |= {value for key in ("id", "name") if (value := given.get(key))}
        self.page.links += [value for key in ("href", "src") if (value := given.get(key))]
        if tag in COUNTED and self._within["article"] and not self._within["details"]:
            self.page.counts[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        self._within[tag] -= 1
