"""Renders a page for the site with markdown-it-py, the parser that the rest of the project reads pages with.

The site shows a page as GitHub does, list for list and table for table. Python-Markdown, which MkDocs
renders with, reads another dialect: a list right behind a paragraph is no list there.
"""

# mypy: disable-error-code="import-untyped,import-not-found"

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from pages import Page

_UNTICKED = "[ ] "


def tree(text: str) -> ET.Element:
    """Return a page as a ``div`` of XHTML, headings with the anchors of GitHub, comments left out.

    Raises ``ElementTree.ParseError`` where HTML in the page is not well-formed.
    """
    tokens = _PARSER.parse(text)
    opened = [token for token in tokens if token.type == "heading_open"]
    for token, heading in zip(opened, Page(text).headings, strict=True):
        token.attrSet("id", heading.anchor)
    root = ET.fromstring(f"<div>{_PARSER.renderer.render(tokens, _PARSER.options, {})}</div>")
    for item in root.iter("li"):
        if (item.text or "").startswith(_UNTICKED):
            _show_box(item)
    return root


def serialize(element: ET.Element) -> str:
    """Return the HTML of an element."""
    return ET.tostring(element, encoding="unicode", method="html")


def _show_box(item: ET.Element) -> None:
    """Show ``[ ]`` as the box that GitHub draws."""
    box = ET.Element("input", {"type": "checkbox", "disabled": "disabled"})
    box.tail = " " + (item.text or "").removeprefix(_UNTICKED)
    item.text = None
    item.insert(0, box)
    item.set("class", "unticked")


def _highlighted(
    renderer: RendererProtocol, tokens: Sequence[Token], index: int, options: Mapping[str, Any], env: Mapping[str, Any]
) -> str:
    """Render a fence as Material expects it: ``div.highlight``, its title in ``span.filename``."""
    language, _, title = tokens[index].info.strip().partition(" ")
    language = language or "text"
    formatter = HtmlFormatter(cssclass=f"language-{language} highlight", wrapcode=True, filename=title)
    return str(highlight(tokens[index].content, get_lexer_by_name(language, stripnl=False), formatter))


_PARSER = MarkdownIt("commonmark").enable("table")
_PARSER.add_render_rule("fence", _highlighted)
