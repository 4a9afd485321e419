"""The generated parts of pages that are made of many entries: lists, tables, the sweep.

Each renderer takes the catalogue (and what it needs besides) and returns Markdown without markers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from importlib import metadata

import proof
from catalog import Catalog, Entry
from declaration import LINTERS, SYMPTOMS, Expectation, Pattern
from ripgrep import joined
from sweep import GROUPS, LIBRARIES, Family, Measurements, families, first_pass


def code(text: str) -> str:
    """Return inline code, fenced so that the text may hold backticks."""
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def link(entry: Entry) -> str:
    """Return the link that leads from a page to an entry's section."""
    return f"[{entry.name}]({entry.topic}.md#{entry.name})"


def packages(catalog: Catalog, topic: str) -> str:
    """Say with which releases the examples of a topic ran: those that are installed."""
    required = proof.packages_of(catalog.topics().get(topic, []))
    names = sorted({requirement.name for requirement in required}, key=str.lower)
    found = [f"{name} {metadata.version(name)}" for name in names]
    return f"Run with {_listed(found)}." if found else ""


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def catalogue(catalog: Catalog, *, libraries: bool) -> str:
    """List every entry with its sentence, a line each: those on libraries, or all others."""
    topics = {topic for names in LIBRARIES.values() for topic in names}
    chosen = [entry for entry in catalog.entries if (entry.topic in topics) is libraries]
    return "\n".join(f"- {link(entry)}: {_unstopped(entry.summary)}" for entry in chosen)


def _unstopped(sentence: str) -> str:
    return sentence.removesuffix(".")


def corrections(catalog: Catalog) -> str:
    """Tabulate what the first edition said wrongly."""
    rows = ["| the original said | what happens | proof | instead |", "|---|---|---|---|"]
    for entry in catalog.entries:
        for correction in entry.bad.declaration.corrects if entry.bad else ():
            rows.append(
                f"| {_cell(correction.said)} | {_cell(entry.summary)} | {link(entry)} | {_cell(correction.instead)} |"
            )
    return "\n".join(rows)


class Pass(Enum):
    """The parts of the sweep: what to search for first, what next, and what for libraries."""

    FIRST = auto()
    MORE = auto()
    LIBRARIES = auto()


def sweep(catalog: Catalog, measured: Measurements, part: Pass) -> str:
    """Write one search a family, the most telling first, and what its hits mean."""
    first = first_pass(catalog, measured)
    found: list[Family] = []
    for family in families(catalog, LIBRARIES if part is Pass.LIBRARIES else GROUPS):
        rows = tuple(
            r for r in family.rows if part is Pass.LIBRARIES or (r.entry.name in first) is (part is Pass.FIRST)
        )
        if rows:
            found.append(replace(family, rows=rows))
    found.sort(key=lambda family: -_worth(family, measured))
    return "\n\n".join("\n".join(_family(family, measured)) for family in found)


def _family(family: Family, measured: Measurements) -> Iterator[str]:
    kind = " (multiline)" if family.multiline else ""
    yield f"**{family.title}**{kind}: {code(family.pattern.pattern)}"
    yield ""
    for row in sorted(family.rows, key=lambda row: -measured.share(row.entry)):
        assert row.entry.bad is not None
        figures = "".join(f", {figure}" for figure in _figures(measured, row.patterns, measured.verdicts, row.entry))
        yield f"- {row.entry.topic}#{row.entry.name}{figures}: {row.entry.bad.declaration.innocent}"


def _figures(
    measured: Measurements, patterns: Iterable[Pattern], verdicts: Mapping[str, Sequence[bool]], entry: Entry
) -> Iterator[str]:
    """Yield the hits in 10,000 lines, and the share of those judged that deserved a look, where they are known."""
    noises = [measured.noise(pattern) for pattern in patterns]
    if all(noise is not None for noise in noises):
        total = sum(noise or 0 for noise in noises)
        yield f"{total:.0f}" if total >= 9.95 else f"{total:.1f}"
    if judged := verdicts.get(entry.name):
        yield f"{sum(judged)}/{len(judged)}"


def _worth(family: Family, measured: Measurements) -> float:
    return sum(measured.share(row.entry) for row in family.rows) / len(family.rows)


def places(catalog: Catalog, measured: Measurements) -> str:
    """Write the marks as two searches, and the question to ask at each kind of hit, the rarest first."""
    marked = [(mark, entry) for entry in catalog.entries if entry.bad for mark in entry.bad.declaration.marks]
    marked.sort(key=lambda pair: measured.noise(pair[0].pattern) or 0)
    blocks = []
    for multiline in (False, True):
        chosen = [(mark, entry) for mark, entry in marked if mark.pattern.multiline is multiline]
        if not chosen:
            continue
        kind = " (multiline)" if multiline else ""
        lines = [f"**Places**{kind}: {code(joined(mark.pattern for mark, _ in chosen).pattern)}", ""]
        for mark, entry in chosen:
            figures = "".join(
                f", {figure}" for figure in _figures(measured, (mark.pattern,), measured.mark_verdicts, entry)
            )
            lines.append(f"- {entry.topic}#{entry.name}{figures}: {mark.ask}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def symptoms(catalog: Catalog) -> str:
    """List the entries by what a user notices."""
    by_word: dict[str, list[Entry]] = {word: [] for word in SYMPTOMS}
    for entry in catalog.entries:
        for word in entry.bad.declaration.symptoms if entry.bad else ():
            by_word[word].append(entry)
    return "\n\n".join(
        f"**{SYMPTOMS[word]}**: {', '.join(map(link, found))}" for word, found in by_word.items() if found
    )


def messages(catalog: Catalog) -> str:
    """Tabulate the literal messages of all faults, in alphabetical order."""
    found: dict[str, list[Entry]] = {}
    for entry in catalog.entries:
        expectations: tuple[Expectation, ...] = entry.bad.declaration.expectations if entry.bad else ()
        for message in dict.fromkeys(text for expected in expectations for text in expected.stderr):
            found.setdefault(message, []).append(entry)
    lines = [f"- {code(text)}: {', '.join(map(link, found[text]))}" for text in sorted(found, key=str.lower)]
    return "\n".join(lines)


def by_version(catalog: Catalog) -> str:
    """List the entries whose declared outcome, or whose place in the catalogue, depends on the version of Python."""
    lines = []
    for entry in catalog.entries:
        ranges = [
            str(expected.python) for s in entry.scripts for expected in s.declaration.expectations if expected.python
        ]
        needed = [str(s.declaration.requires.python) for s in entry.scripts if s.declaration.requires.python]
        if ranges or needed:
            told = [f"differs on {', '.join(dict.fromkeys(ranges))}"] if ranges else []
            told += [f"needs {', '.join(dict.fromkeys(needed))}"] if needed else []
            lines.append(f"- {link(entry)}: {'; '.join(told)}")
    return "\n".join(lines)


def linter_matrix(catalog: Catalog) -> str:
    """Tabulate which rules of which linter report an anti-pattern; those that none reports stay out."""
    rows = [f"| entry | {' | '.join(LINTERS)} |", f"|---|{'---|' * len(LINTERS)}"]
    for entry in catalog.entries:
        rules = _rules(entry)
        if rules:
            cells = [", ".join(rules.get(linter, ())) for linter in LINTERS]
            rows.append(f"| {link(entry)} | {' | '.join(cells)} |")
    return "\n".join(rows)


def unseen(catalog: Catalog) -> str:
    """List the anti-patterns that no linter reports, by page."""
    faults = {
        topic: [entry.name for entry in entries if entry.bad and not _rules(entry)]
        for topic, entries in catalog.topics().items()
    }
    count = sum(map(len, faults.values()))
    total = sum(1 for entry in catalog.entries if entry.bad)
    lines = [f"{count} of {total} are seen by none of them.", ""]
    lines += [f"- [{topic}]({topic}.md): {', '.join(names)}" for topic, names in faults.items() if names]
    return "\n".join(lines)


def _rules(entry: Entry) -> Mapping[str, list[str]]:
    rules: dict[str, list[str]] = {}
    for rule in entry.bad.declaration.lint if entry.bad else ():
        linter, _, name = rule.partition(":")
        rules.setdefault(linter, []).append(name)
    return rules
