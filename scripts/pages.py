"""Reads a Markdown page with markdown-it-py: its headings, links, fences and comment markers, with line numbers.

Lines count from 1. Beside the reading stands what writers of pages share.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with the anchor that GitHub gives it."""

    level: int
    title: str
    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Link:
    """The target of a link or image, as written."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code block: the first and the last of its lines, fence lines included."""

    language: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment on a line of its own: ``<!-- text -->``."""

    text: str
    line: int


@dataclass(frozen=True)
class Page:
    """A Markdown text, parsed once."""

    text: str

    @cached_property
    def _tokens(self) -> list[Token]:
        return _PARSER.parse(self.text)

    @property
    def lines(self) -> list[str]:
        """The lines with their ends, split where markdown-it splits; joined they give the text back."""
        return io.StringIO(self.text, newline="").readlines()

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings in order; a repeated title gets GitHub's ``-1``, ``-2`` at the end of its anchor."""
        found: list[Heading] = []
        seen: dict[str, int] = {}
        for token, inline in zip(self._tokens, self._tokens[1:], strict=False):
            if token.type != "heading_open":
                continue
            title = "".join(child.content for child in inline.children or ())
            slug = slugify(title)
            repeated = seen.get(slug, 0)
            seen[slug] = repeated + 1
            anchor = f"{slug}-{repeated}" if repeated else slug
            found.append(Heading(int(token.tag[1]), title, _line(token), anchor))
        return found

    @cached_property
    def links(self) -> list[Link]:
        """All links and images, reference-style ones resolved."""
        return [
            Link(str(child.attrs.get("href") or child.attrs.get("src") or ""), _line(token))
            for token, child in self._inline()
            if child.type in ("link_open", "image")
        ]

    @cached_property
    def code_spans(self) -> list[Link]:
        """All inline code, which may name a path."""
        return [Link(child.content, _line(token)) for token, child in self._inline() if child.type == "code_inline"]

    @cached_property
    def fences(self) -> list[Fence]:
        return [
            Fence(token.info.strip(), token.map[0] + 1, token.map[1])
            for token in self._tokens
            if token.type == "fence" and token.map
        ]

    @cached_property
    def comments(self) -> list[Comment]:
        found = []
        for token in self._tokens:
            content = token.content.strip()
            alone = "\n" not in content and content.startswith("<!--") and content.endswith("-->")
            if token.type == "html_block" and alone:
                found.append(Comment(content.removeprefix("<!--").removesuffix("-->").strip(), _line(token)))
        return found

    def section(self, anchor: str) -> str | None:
        """Return the text under a heading, up to the next of its level or above; None without such a heading."""
        for heading in self.headings:
            if heading.anchor == anchor:
                later = [h.line for h in self.headings if h.line > heading.line and h.level <= heading.level]
                return "".join(self.lines[heading.line : (later[0] - 1 if later else None)])
        return None

    def _inline(self) -> Iterator[tuple[Token, Token]]:
        for token in self._tokens:
            if token.type == "inline":
                for child in token.children or ():
                    yield token, child


def slugify(title: str) -> str:
    """Return the anchor that GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def fence(info: str, text: str) -> str:
    """Return a fenced code block that nothing in the text ends; ``info`` is the language and, behind it, a title."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks}{info}\n{text.rstrip()}\n{marks}\n"


def write_beside(path: Path, data: bytes) -> None:
    """Replace a file in one step: nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
