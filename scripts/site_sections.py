"""What the site adds to the section of an entry: difference, timeline, facts and the whole scripts.

Each renderer takes an entry and returns Markdown. The page on disk is left as it is.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from catalog import Catalog, Entry, Script
from declaration import SYMPTOMS, Failure
from pages import Page, fence
from sync_pages import PageError, find_blocks, outcome

TIMELINES = PurePosixPath("timelines")  # the folder of the site that holds ENTRY.light.svg and ENTRY.dark.svg
FAILURES = {
    Failure.SILENT: "in silence",
    Failure.EXCEPTION: "with an exception",
    Failure.WARNING: "with a warning",
    Failure.BLOCKS_LOOP: "by blocking the event loop",
    Failure.HANG: "by hanging",
    Failure.LEAK: "by leaking",
}
SERVERS = {"postgresql": "PostgreSQL", "mongodb": "MongoDB", "redis": "Redis"}


def complete(text: str, path: PurePosixPath, catalog: Catalog, drawn: Collection[str]) -> str:
    """Return the page with every section of an entry completed; ``drawn`` are the entries with a timeline.

    PageError where the page does not show an entry of its topic.
    """
    page = Page(text)
    shown = {block.argument: block.last for block in find_blocks(page, path) if block.kind == "snippet"}
    pictures = PurePosixPath("..") / TIMELINES
    added: dict[int, str] = {}  # the line behind which it goes -> Markdown
    for entry in catalog.topics().get(path.stem, []):
        ends = [shown.get(str(script.path)) for script in entry.scripts]
        section = next((heading for heading in page.headings if heading.anchor == entry.name), None)
        if section is None or None in ends:
            raise PageError(path, 1, f"{entry.title} is not shown whole", "run: make sync")
        pair_end = max(end for end in ends if end)
        added[pair_end] = difference(entry) + (timeline(entry.name, pictures) if entry.name in drawn else "")
        end = next((h.line - 1 for h in page.headings if h.line > section.line and h.level <= 2), len(page.lines))
        added[end] = added.get(end, "") + facts(entry) + "".join(map(whole, entry.scripts))
    lines = page.lines
    for line in sorted(added, reverse=True):
        lines.insert(line, f"\n{added[line]}\n")
    return "".join(lines)


def pair(entry: Entry) -> str:
    """Show the twins side by side, with what they print."""
    parts = ['<div class="pair">\n']
    for title, script in (("Wrong", entry.bad), ("Right", entry.good)):
        assert script is not None
        shown = fence("python", script.snippet) + fence("text", outcome(script))
        parts.append(f"<div>\n\n**{title}**\n\n{shown}\n</div>\n")
    return "".join([*parts, "</div>\n"])


def difference(entry: Entry) -> str:
    """Show what turns bad.py into good.py, folded; nothing for a pattern."""
    if not (entry.bad and entry.good):
        return ""
    lines = difflib.unified_diff(_code(entry.bad), _code(entry.good), "bad.py", "good.py")
    return _folded("From wrong to right, line by line", fence("diff", "".join(lines)))


def whole(script: Script) -> str:
    """Show a whole script with its declaration, folded."""
    return _folded(f"The whole of {script.path.name}", fence(f"python {script.path}", script.source))


def timeline(name: str, folder: PurePosixPath) -> str:
    """Show the timeline of an entry, in the colours of the page; ``folder`` holds it, as seen from that page."""
    figure = ET.Element("figure", {"class": "timeline", "data-search-exclude": ""})
    for scheme in ("light", "dark"):
        source = f"{folder / name}.{scheme}.svg#only-{scheme}"
        alt = f"Timeline of {name}: what each task does over time, in the wrong script and in the right one"
        ET.SubElement(figure, "img", {"src": source, "alt": alt, "loading": "lazy"})
    ET.SubElement(figure, "figcaption").text = "What each task did over time, recorded while the scripts ran."
    return ET.tostring(figure, encoding="unicode") + "\n\n"


def facts(entry: Entry) -> str:
    """List how it fails, what a user notices, and what the scripts need."""
    terms = ET.Element("dl", {"class": "facts"})
    for term, text in _facts(entry):
        for tag, content in (("dt", term), ("dd", text)):
            item = ET.SubElement(terms, tag)
            item.text, item.tail = content, " "  # the search reads them as one text
    return ET.tostring(terms, encoding="unicode") + "\n\n"


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    declarations = [script.declaration for script in entry.scripts]
    if entry.bad:
        declared = entry.bad.declaration
        kinds = [declared.failure, *(expected.failure for expected in declared.expectations)]
        yield "Fails", ", or ".join(dict.fromkeys(FAILURES[kind] for kind in kinds if kind))
        if declared.symptoms:
            yield "You notice", "; ".join(SYMPTOMS[word] for word in declared.symptoms)
    needed = dict.fromkeys(str(d.requires.python) for d in declarations if d.requires.python)
    yield "Python", ", ".join(needed) or "every supported version"
    ranges = dict.fromkeys(str(e.python) for d in declarations for e in d.expectations if e.python)
    if ranges:
        yield "Outcome differs", "; ".join(ranges)
    requires = [d.requires for d in declarations]
    needs = [str(package) for r in requires for package in r.packages]
    needs += [f"a {SERVERS[server]} server" for r in requires for server in r.servers]
    needs += ["Linux or macOS" for r in requires if r.platform == "posix"]
    yield "Needs", ", ".join(dict.fromkeys(needs)) or "the standard library alone"


def _code(script: Script) -> list[str]:
    """Return the lines behind the docstring."""
    return script.source.splitlines(keepends=True)[script.docstring_end :]


def _folded(title: str, body: str) -> str:
    """Fold Markdown away under a title; the search leaves it out, for the section shows the same words."""
    opened = ET.Element("details", {"class": "example", "data-search-exclude": ""})
    ET.SubElement(opened, "summary").text = title
    head = ET.tostring(opened, encoding="unicode").removesuffix("</details>")
    return f"{head}\n\n{body}\n</details>\n\n"
