"""The sortable tables of the site: entries by symptom, by search pattern and by linter rule.

HTML, built as a tree: a search pattern may hold what would end a cell of a Markdown table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from catalog import Catalog, Entry
from declaration import LINTERS, SYMPTOMS
from sweep import Measurements

UNMEASURED = -1  # sorts before every figure


def symptoms(catalog: Catalog, measured: Measurements) -> str:
    """Tabulate every anti-pattern with what a user notices and which messages come."""
    return _table(("Entry", "You notice", "Messages"), _symptom_rows(catalog))


def patterns(catalog: Catalog, measured: Measurements) -> str:
    """Tabulate every search pattern with what it costs and what its hits are worth."""
    columns = ("Entry", "Page", "Pattern", "Hits in 10,000 lines", "Worth a look", "Innocent when")
    return _table(columns, _pattern_rows(catalog, measured))


def linters(catalog: Catalog, measured: Measurements) -> str:
    """Tabulate every anti-pattern with the rules that report it, also those that none reports."""
    return _table(("Entry", *LINTERS), _linter_rows(catalog))


TABLES: Mapping[str, Callable[[Catalog, Measurements], str]] = {
    "symptoms": symptoms,
    "patterns": patterns,
    "linters": linters,
}


def _symptom_rows(catalog: Catalog) -> Iterator[list[ET.Element]]:
    for entry in catalog.entries:
        if entry.bad:
            declared = entry.bad.declaration
            messages = dict.fromkeys(text for expected in declared.expectations for text in expected.stderr)
            yield [
                _entry(entry),
                _lines("span", (SYMPTOMS[word] for word in declared.symptoms)),
                _lines("code", messages),
            ]


def _pattern_rows(catalog: Catalog, measured: Measurements) -> Iterator[list[ET.Element]]:
    for entry in catalog.entries:
        for pattern in entry.bad.declaration.patterns if entry.bad else ():
            found = _lines("code", [pattern.pattern])
            if pattern.multiline:
                ET.SubElement(found, "span").text = "multiline"
            noise, verdicts = measured.noise(pattern), measured.verdicts.get(entry.name, ())
            assert entry.bad is not None
            yield [
                _entry(entry),
                _text(entry.topic),
                found,
                _number("" if noise is None else f"{noise:.1f}", UNMEASURED if noise is None else noise),
                _number(
                    f"{sum(verdicts)} of {len(verdicts)}" if verdicts else "",
                    measured.share(entry) if verdicts else UNMEASURED,
                ),
                _text(entry.bad.declaration.innocent or ""),
            ]


def _linter_rows(catalog: Catalog) -> Iterator[list[ET.Element]]:
    for entry in catalog.entries:
        if entry.bad:
            rules = [rule.partition(":") for rule in entry.bad.declaration.lint]
            yield [
                _entry(entry),
                *(_text(", ".join(name for tool, _, name in rules if tool == linter)) for linter in LINTERS),
            ]


def _table(columns: Sequence[str], rows: Iterable[list[ET.Element]]) -> str:
    """Return one block of HTML: no line of it is blank, for that would end it in Markdown."""
    block = ET.Element("div", {"class": "sortable"})  # Material styles only tables without a class
    table = ET.SubElement(block, "table")
    head = ET.SubElement(ET.SubElement(table, "thead"), "tr")
    body = ET.SubElement(table, "tbody")
    for row in rows:
        ET.SubElement(body, "tr").extend(row)
    for index, column in enumerate(columns):
        numbers = bool(len(body)) and all("data-sort" in row[index].attrib for row in body)
        ET.SubElement(head, "th", {"data-sort-method": "number"} if numbers else {}).text = column
    return ET.tostring(block, encoding="unicode").replace("\n", "&#10;") + "\n"


def _entry(entry: Entry) -> ET.Element:
    cell = ET.Element("td")
    ET.SubElement(cell, "a", {"href": f"../references/{entry.topic}.md#{entry.name}"}).text = entry.name
    return cell


def _text(text: str) -> ET.Element:
    cell = ET.Element("td")
    cell.text = text
    return cell


def _lines(tag: str, texts: Iterable[str]) -> ET.Element:
    """Return a cell with one element a text."""
    cell = ET.Element("td")
    for text in texts:
        ET.SubElement(cell, tag).text = text
    return cell


def _number(text: str, order: float) -> ET.Element:
    cell = ET.Element("td", {"class": "number", "data-sort": f"{order:.4f}"})
    cell.text = text
    return cell
